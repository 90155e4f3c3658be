import { hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'

const shortestKey = 20
const keyBytes = 32
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const madeKeyLetters = 52
/** As much work as a passphrase deserves (OWASP: scrypt N = 2^17, r = 8): 128 MB and a good part of a second. */
const usualWork = 17
const mostWork = 20

/** What a key file holds: a passphrase, or the 260 random bits of a key that we made. */
export type BackupKey = { readonly text: string }

/** How hard it was made to guess the key of one sealed file, and with what salt; both stand readable in its head. */
export type Stretching = { readonly work: number; readonly salt: string }

/**
 * The key in this file.
 * @throws StartProblem when there is none, or one that could be guessed
 */
export function readKey(path: string): BackupKey {
  if (!existsSync(path))
    throw new StartProblem(
      `There is no backup key at ${path}: put it there or name its file with --key-file.`,
    )
  const text = readFileSync(path, 'utf8').trim()
  if (text.length < shortestKey)
    throw new StartProblem(
      `The backup key in ${path} is shorter than ${shortestKey} characters: make it longer.`,
    )
  return { text }
}

/** The key in this file; made when there is no such file. */
export function makeKeyOnce(path: string): { readonly key: BackupKey; readonly made: boolean } {
  const made = !existsSync(path)
  if (made) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${makeKey()}\n`, { mode: 0o600, flag: 'wx' })
  }
  return { key: readKey(path), made }
}

/** A key in groups of four letters, none of which is mistaken for another when it is copied by hand. */
function makeKey(): string {
  const picked = Array.from(randomBytes(madeKeyLetters), (byte) => letters[byte % letters.length] ?? '')
  return (picked.join('').match(/.{4}/gu) ?? []).join('-')
}

/** A new salt for the files that this process seals. */
export function newStretching(work: number = usualWork): Stretching {
  return { work, salt: randomBytes(keyBytes).toString('base64') }
}

const stretched = new Map<string, Promise<Buffer>>()

/** The key stretched with this salt; the work is done once for all files with the same salt. */
export function stretch({ text }: BackupKey, { work, salt }: Stretching): Promise<Buffer> {
  const name = JSON.stringify([text, work, salt])
  const known = stretched.get(name)
  if (known) return known
  const made = workOut(text, Math.min(work, mostWork), Buffer.from(salt, 'base64'))
  stretched.set(name, made)
  return made
}

function workOut(text: string, work: number, salt: Buffer): Promise<Buffer> {
  const cost = { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** work * 1024 + 2 ** 26 }
  return new Promise((resolve, refuse) =>
    scrypt(text, salt, keyBytes, cost, (problem, key) => (problem ? refuse(problem) : resolve(key))),
  )
}

/** The key of one file, and a few letters of it by which the right master key is known without reading the file. */
export function fileKey(master: Buffer, seed: string): { readonly key: Buffer; readonly check: string } {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', master, Buffer.from(seed, 'base64'), `alongside ${purpose}`, keyBytes))
  return { key: derive('content'), check: derive('check').toString('hex').slice(0, 16) }
}
