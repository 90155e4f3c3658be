import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { longestMilliseconds, puzzleBits, shortestMilliseconds } from '#contract/case/web-form.ts'

/** What is wrong with an answer to a puzzle, or null. */
export type PuzzleFault = 'not-ours' | 'too-soon' | 'too-old' | 'not-solved'

const bitsPerByte = 8

/** A puzzle: for which agency and when it was made, sealed, so that nothing is kept of it until it is answered. */
export function newPuzzle(key: Buffer, agencyId: string, now: Date, nonce: string): string {
  const said = `${agencyId}.${now.getTime()}.${nonce}`
  return `${said}.${sealOf(key, said)}`
}

const sealOf = (key: Buffer, said: string) => createHmac('sha256', key).update(said).digest('base64url')

/**
 * Whether a puzzle is ours, of this agency, neither answered sooner than anybody can write nor kept too long, and solved.
 * It is work for the sender's device and nobody's service: no third party learns who asks for help.
 */
export function puzzleFault(
  key: Buffer,
  { puzzle, answer, agencyId }: Readonly<{ puzzle: string; answer: string; agencyId: string }>,
  now: Date,
): PuzzleFault | null {
  const [agency = '', made = '', nonce = '', seal = ''] = puzzle.split('.')
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(key, `${agency}.${made}.${nonce}`))]
  if (agency !== agencyId || given.length !== right.length || !timingSafeEqual(given, right))
    return 'not-ours'
  const age = now.getTime() - Number(made)
  if (age > longestMilliseconds) return 'too-old'
  if (!leadsWithNoughts(createHash('sha256').update(`${puzzle}.${answer}`).digest(), puzzleBits))
    return 'not-solved'
  return age < shortestMilliseconds ? 'too-soon' : null
}

/** Whether so many bits at the beginning are nought. */
export function leadsWithNoughts(digest: Uint8Array, bits: number): boolean {
  const whole = Math.floor(bits / bitsPerByte)
  if (digest.subarray(0, whole).some((byte) => byte !== 0)) return false
  const rest = bits % bitsPerByte
  return rest === 0 || (digest[whole] ?? 0) >> (bitsPerByte - rest) === 0
}

const receiptSigns = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A receipt out of random bytes: signs that nobody mistakes for one another, with nothing in them. */
export const receiptFrom = (bytes: Uint8Array) =>
  Array.from(bytes.subarray(0, 8), (byte) => receiptSigns[byte % receiptSigns.length]).join('')
