import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { Subject, Transaction } from '#server/access/index.ts'
import { type SealedFacts, sealOf } from './chain.ts'

/** What an act was: a look, a change, a print, a list that left as a file, or the opening of a case by break-glass. */
export type Act = 'look' | 'change' | 'print' | 'export' | 'break-glass'

/** Why a line is there that was seen by break-glass, and only so. */
export const byBreakGlass = 'break-glass'

/** What is said of an act beside what it saw. */
export type Witnessed = Readonly<{
  act: Act
  requestId: string
  outcome?: 'done' | 'refused'
  reason?: string
}>

/** What the lines of an act are made of. */
type Seen = Pick<Transaction, 'actor' | 'operation' | 'seen'> &
  Readonly<{ auditKey: KeyObject; atMicros: number }>

/** A line with its seal. */
export type SealedLine = SealedFacts & Readonly<{ mac: Buffer }>

/**
 * The sealed lines of an act, one for each subject that it saw; each subject once, for an act looks at its case, and
 * so does the view that answers it. What says the same has the same seal; no line is laid down twice (see repeatedLine).
 */
export function sealedLines(act: Seen, witnessed: Witnessed): SealedLine[] {
  const subjects: readonly Subject[] = act.seen.length > 0 ? act.seen : [{ kind: 'nothing' }]
  const lines = subjects.map((subject) => {
    const facts = factsOf(act, witnessed, subject)
    return { ...facts, mac: sealOf(act.auditKey, facts) }
  })
  if (lines.length === 1) return lines
  return [...new Map(lines.map((line) => [line.mac.toString('hex'), line])).values()]
}

/**
 * The lines of a look at what other agencies shared, for those agencies' audits: who looked, and under which case of theirs.
 */
export const linesElsewhere = (act: Seen, witnessed: Witnessed): SealedLine[] =>
  act.seen.flatMap((subject) => {
    const { id, elsewhere } = subject
    if (!elsewhere || id === undefined) return []
    const { agencyId, kind, caseId, inquiryId, personId } = elsewhere
    const there = {
      kind,
      id,
      personId,
      ...(caseId === null ? {} : { caseId }),
      ...(inquiryId === null ? {} : { inquiryId }),
    }
    const facts = { ...factsOf(act, witnessed, there), agencyId }
    return [{ ...facts, mac: sealOf(act.auditKey, facts) }]
  })

/**
 * Writes the sealed lines of a transaction inside that transaction. The lines travel with the commit, and take
 * their place in the agency's chain there: whoever lays one down holds the chain until then.
 */
export async function witness(tx: Transaction, witnessed: Witnessed) {
  const act = { ...tx, atMicros: await tx.enteredAtMicros() }
  const rows = sealedLines(act, witnessed).map(({ atMicros, listed, ...line }) => ({
    ...line,
    listed: [...listed],
    at: momentOf(atMicros),
  }))
  tx.atLast(tx.db.insertInto('auditLog').values(rows).execute())
  if (witnessed.outcome === 'refused') return
  for (const line of linesElsewhere(act, witnessed)) witnessThere(tx, line)
}

function witnessThere(tx: Transaction, { agencyId, atMicros, mac, ...line }: SealedLine) {
  tx.atLast(
    sql`select witness_elsewhere(${agencyId}, ${momentOf(atMicros)}, ${mac}, ${line.workerRole}, ${line.operation}, ${line.act},
      ${line.outcome}, ${line.reason}, ${line.subjectKind}, ${line.subjectId}, ${line.caseId}, ${line.inquiryId},
      ${line.personId}, ${line.requestId})`.execute(tx.db),
  )
}

const momentOf = (micros: number) =>
  sql<Date>`timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond'`

function factsOf(
  { actor, operation, atMicros }: Seen,
  { act, requestId, outcome = 'done', reason = '' }: Witnessed,
  { kind, id, caseId, inquiryId, personId, listed, reason: why = '' }: Subject,
): SealedFacts {
  return {
    agencyId: actor.agencyId,
    atMicros,
    workerId: actor.workerId,
    workerRole: actor.role,
    operation,
    act,
    outcome,
    reason: reason || (actor.lent ? byBreakGlass : why),
    subjectKind: kind,
    subjectId: id ?? null,
    caseId: caseId ?? null,
    inquiryId: inquiryId ?? null,
    personId: personId ?? null,
    listed: listed ?? [],
    requestId,
  }
}
