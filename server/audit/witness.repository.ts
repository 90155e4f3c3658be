import type { Subject, Transaction } from '#server/access/index.ts'

/** What an act was: a look, a change, or a print or export. */
export type Act = 'look' | 'change' | 'print'

type Witnessed = Readonly<{ act: Act; requestId: string; outcome?: 'done' | 'refused'; reason?: string }>

/** Writes one audit line for each subject that the transaction saw, inside that transaction; it travels with the commit. */
export function witness(tx: Transaction, { act, requestId, outcome = 'done', reason = '' }: Witnessed) {
  const subjects: readonly Subject[] = tx.seen.length > 0 ? tx.seen : [{ kind: 'nothing' }]
  const lines = tx.db
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
  tx.atLast(lines)
}
