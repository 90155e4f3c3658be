import { sql } from 'kysely'
import type { Subject, Transaction } from '#server/access/index.ts'
import { type SealedFacts, sealOf } from './chain.ts'

/** What an act was: a look, a change, a print, a list that left as a file, or the opening of a case by break-glass. */
export type Act = 'look' | 'change' | 'print' | 'export' | 'break-glass'

/** Why a line is there that was seen by break-glass, and only so. */
export const byBreakGlass = 'break-glass'

type Witnessed = Readonly<{ act: Act; requestId: string; outcome?: 'done' | 'refused'; reason?: string }>

/**
 * Writes one sealed audit line for each subject that the transaction saw, inside that transaction; each subject
 * once, for an act looks at its case, and so does the view that answers it. The lines travel with the commit, and take
 * their place in the agency's chain there: whoever lays one down holds the chain until then.
 */
export async function witness(tx: Transaction, witnessed: Witnessed) {
  const subjects: readonly Subject[] = tx.seen.length > 0 ? tx.seen : [{ kind: 'nothing' }]
  const atMicros = await tx.enteredAtMicros()
  const lines = subjects.map((subject) => {
    const facts = factsOf(tx, witnessed, subject, atMicros)
    const { atMicros: _moment, listed, ...line } = facts
    return { ...line, listed: [...listed], at: momentOf(atMicros), mac: sealOf(tx.auditKey, facts) }
  })
  // What says the same has the same seal; no line is laid down twice (see repeatedLine).
  const distinct = [...new Map(lines.map((line) => [line.mac.toString('hex'), line])).values()]
  tx.atLast(tx.db.insertInto('auditLog').values(distinct).execute())
}

const momentOf = (micros: number) =>
  sql<Date>`timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond'`

function factsOf(
  { actor, operation }: Transaction,
  { act, requestId, outcome = 'done', reason = '' }: Witnessed,
  { kind, id, caseId, inquiryId, personId, listed, reason: why = '' }: Subject,
  atMicros: number,
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
