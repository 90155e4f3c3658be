import type { Updateable } from 'kysely'
import { FollowUpState } from '#contract/case/followup.ts'
import type { FollowUpWay } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { FollowUp } from './followup.ts'

type NewFollowUp = Readonly<{ id: string; dueOn: Day }>
type Of = Readonly<{ caseId: string; closingId: string; way: FollowUpWay | null }>

/** Plans follow-ups of a closing. */
export async function insertFollowUps(
  tx: Transaction,
  { caseId, closingId, way }: Of,
  planned: readonly NewFollowUp[],
) {
  if (planned.length === 0) return
  const { agencyId } = tx.actor
  await tx.db
    .insertInto('followUps')
    .values(planned.map(({ id, dueOn }) => ({ agencyId, id, caseId, closingId, dueOn, way })))
    .execute()
  for (const { id } of planned) tx.saw({ kind: 'follow-up', id, caseId })
}

/** Looks at a follow-up of this case; out of sight is absent (404). */
export async function lookAtFollowUp(tx: Transaction, caseId: string, id: string) {
  const row = await tx.db
    .selectFrom('followUps')
    .select(['id', 'caseId', 'closingId', 'state', 'dueOn', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'follow-up', id, caseId })
  return { ...row, state: FollowUpState.parse(row.state) }
}

/** Keeps what became of a follow-up, against the version that was seen. */
export async function saveFollowUp(
  tx: Transaction,
  { id, version }: Pick<FollowUp, 'id' | 'version'>,
  changed: Updateable<Tables['followUps']>,
) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('followUps')
    .set({ ...changed, recordedBy: tx.actor.workerId, recordedAt: tx.now, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

/** How many follow-ups of the case are still to come. */
export async function plannedFollowUps(tx: Transaction, caseId: string): Promise<number> {
  const rows = await tx.db
    .selectFrom('followUps')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'planned')
    .execute()
  return rows.length
}

/** The case is worked on again: what was planned for afterwards falls away, with the reason. */
export async function cancelPlanned(tx: Transaction, caseId: string, cancellationReason: string) {
  await tx.db
    .updateTable('followUps')
    .set((row) => ({
      state: 'cancelled',
      cancellationReason,
      recordedBy: tx.actor.workerId,
      recordedAt: tx.now,
      version: row('version', '+', 1),
    }))
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'planned')
    .execute()
}

/** Writes down that a closed case was opened again, and why. */
export async function insertReopening(tx: Transaction, caseId: string, reason: string) {
  const id = tx.newId()
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('reopenings')
    .values({ agencyId, id, caseId, reason, reopenedBy: workerId, reopenedAt: tx.now })
    .execute()
  tx.saw({ kind: 'reopening', id, caseId })
}
