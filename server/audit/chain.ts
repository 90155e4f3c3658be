import { createHmac, type KeyObject } from 'node:crypto'

/** What a line of the audit says, as its seal covers it. References only; `atMicros` counts from 1970 in UTC. */
export type SealedFacts = Readonly<{
  agencyId: string
  /** The number of the line in its agency: 1, 2, 3 … without a gap. */
  id: number
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

/** What stands before the first line. */
export const beforeTheFirst: Buffer = Buffer.alloc(32)

/**
 * The bytes that a seal covers: a JSON list in a fixed order. Each value keeps its type and its borders, absent is not
 * empty, and the time is a whole number, so that neither the session's time zone nor any setting changes a byte.
 */
export const canonicalLine = (facts: SealedFacts, previous: Buffer): Buffer =>
  Buffer.from(
    JSON.stringify([
      form,
      previous.toString('hex'),
      facts.agencyId,
      facts.id,
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

/** The seal of a line: HMAC-SHA-256 under a key that is nowhere in the database, over the line and the seal before it. */
export const sealOf = (key: KeyObject, facts: SealedFacts, previous: Buffer): Buffer =>
  createHmac('sha256', key).update(canonicalLine(facts, previous)).digest()
