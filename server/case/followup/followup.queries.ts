import { FollowUpView } from '#contract/case/followup.ts'
import type { Transaction } from '#server/access/index.ts'

/** What of a follow-up is shown, its abilities apart. */
const Shown = FollowUpView.omit({ abilities: true })

const mostFollowUps = 100

/** The follow-ups of a case in the order of their days, or only one of them. */
export async function followUpsOf(tx: Transaction, caseId: string, id?: string) {
  let query = tx.db
    .selectFrom('followUps as f')
    .leftJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'f.agencyId').onRef('w.id', '=', 'f.recordedBy'),
    )
    .selectAll('f')
    .select('w.name as recorderName')
    .where('f.agencyId', '=', tx.actor.agencyId)
    .where('f.caseId', '=', caseId)
    .orderBy('f.dueOn')
    .orderBy('f.id')
    .limit(mostFollowUps)
  if (id !== undefined) query = query.where('f.id', '=', id)
  const rows = await query.execute()
  return rows.map(({ recordedBy, recorderName, recordedAt, ...row }) =>
    Shown.parse({
      ...row,
      recordedBy: recordedBy && recorderName ? { id: recordedBy, name: recorderName } : null,
      recordedAt: recordedAt?.toISOString() ?? null,
    }),
  )
}

/** When the case was opened again, by whom and why; newest first. */
export async function reopeningsOf(tx: Transaction, caseId: string) {
  const rows = await tx.db
    .selectFrom('reopenings as r')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'r.agencyId').onRef('w.id', '=', 'r.reopenedBy'),
    )
    .select(['r.reopenedAt', 'r.reason', 'w.id', 'w.name'])
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where('r.caseId', '=', caseId)
    .orderBy('r.reopenedAt', 'desc')
    .limit(mostFollowUps)
    .execute()
  return rows.map(({ reopenedAt, reason, id, name }) => ({
    at: reopenedAt.toISOString(),
    reason,
    by: { id, name },
  }))
}
