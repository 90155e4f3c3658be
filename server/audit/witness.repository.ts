import type { Subject, Transaction } from '#server/access/index.ts'

/** What an act was: a look, a change, or a print or export. */
export type Act = 'look' | 'change' | 'print'

type Witnessed = Readonly<{ act: Act; requestId: string; outcome?: 'done' | 'refused'; reason?: string }>

/** Each subject once: an act looks at its case, and so does the view that answers it. */
const distinct = (seen: readonly Subject[]) => [
  ...new Map(seen.map((subject) => [JSON.stringify(subject), subject])).values(),
]

/** Writes one audit line for each subject that the transaction saw, inside that transaction. */
export async function witness(tx: Transaction, { act, requestId, outcome = 'done', reason = '' }: Witnessed) {
  const subjects: readonly Subject[] = tx.seen.length > 0 ? distinct(tx.seen) : [{ kind: 'nothing' }]
  await tx.db
    .insertInto('auditLog')
    .values(
      subjects.map(({ kind, id, caseId, inquiryId, personId, listed }) => ({
        agencyId: tx.actor.agencyId,
        workerId: tx.actor.workerId,
        workerRole: tx.actor.role,
        operation: tx.operation,
        act,
        outcome,
        reason,
        subjectKind: kind,
        subjectId: id ?? null,
        caseId: caseId ?? null,
        inquiryId: inquiryId ?? null,
        personId: personId ?? null,
        listed: [...(listed ?? [])],
        requestId,
      })),
    )
    .execute()
}
