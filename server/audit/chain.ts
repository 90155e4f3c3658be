import { createHash, createHmac, type KeyObject } from 'node:crypto'

/** What a line of the audit says, as its seal covers it. References only; `atMicros` counts from 1970 in UTC. */
export type SealedFacts = Readonly<{
  agencyId: string
  atMicros: number
  workerId: string
  workerRole: string
  operation: string
  act: string
  outcome: string
  reason: string
  subjectKind: string
  subjectId: string | null
  caseId: string | null
  inquiryId: string | null
  personId: string | null
  listed: readonly string[]
  requestId: string
}>

const form = 'alongside audit line 1'

/**
 * The bytes that a seal covers: a JSON list in a fixed order. Each value keeps its type and its borders, absent is not
 * empty, and the time is a whole number, so that neither the session's time zone nor any setting changes a byte.
 */
export const canonicalLine = (facts: SealedFacts): Buffer =>
  Buffer.from(
    JSON.stringify([
      form,
      facts.agencyId,
      facts.atMicros,
      facts.workerId,
      facts.workerRole,
      facts.operation,
      facts.act,
      facts.outcome,
      facts.reason,
      facts.subjectKind,
      facts.subjectId,
      facts.caseId,
      facts.inquiryId,
      facts.personId,
      facts.listed,
      facts.requestId,
    ]),
    'utf8',
  )

/** The seal of a line: HMAC-SHA-256 over what it says, under a key that is nowhere in the database. */
export const sealOf = (key: KeyObject, facts: SealedFacts): Buffer =>
  createHmac('sha256', key).update(canonicalLine(facts)).digest()

/** What the first line is linked to. */
export const beforeTheFirst: Buffer = Buffer.alloc(32)

/**
 * The link of a line: SHA-256 over the link before it, its number and its seal. The database makes it as the line is laid
 * down (audit_lines_follow), so that writers wait for each other only there; checkpoints outside keep it from being made anew.
 * @param id the number of the line in its agency: 1, 2, 3 … without a gap
 */
export function linkOf(previous: Buffer, id: number, seal: Buffer): Buffer {
  const number = Buffer.alloc(8)
  number.writeBigInt64BE(BigInt(id))
  return createHash('sha256').update(previous).update(number).update(seal).digest()
}
