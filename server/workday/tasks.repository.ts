import type { TaskKind } from '#contract/workday.ts'
import type { Transaction } from '#server/access/index.ts'

/** What a task hangs on: a case or an inquiry, and perhaps one record in it. */
export type TaskPlace = Readonly<{ caseId?: string; inquiryId?: string; subjectId?: string }>

type NewTask = TaskPlace & Readonly<{ kind: TaskKind; ownerId: string; dueAt: Date }>

/** Opens work for somebody, with its deadline. The same open work is not opened twice. */
export async function schedule(tx: Transaction, { kind, ownerId, dueAt, ...place }: NewTask) {
  const open = await openTasks(tx, kind, place).select('id').executeTakeFirst()
  if (open) return
  await tx.db
    .insertInto('tasks')
    .values({
      agencyId: tx.actor.agencyId,
      id: tx.newId(),
      kind,
      ownerId,
      dueAt,
      caseId: place.caseId ?? null,
      inquiryId: place.inquiryId ?? null,
      subjectId: place.subjectId ?? null,
      openedAt: tx.now,
    })
    .execute()
}

/** Settles the open work of these kinds at this place: the act that calls it has done it. */
export async function settle(
  tx: Transaction,
  kinds: readonly TaskKind[],
  { caseId, inquiryId, subjectId }: TaskPlace,
) {
  let update = tx.db
    .updateTable('tasks')
    .set({ doneAt: tx.now, doneBy: tx.actor.workerId })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('doneAt', 'is', null)
    .where('kind', 'in', [...kinds])
  if (caseId) update = update.where('caseId', '=', caseId)
  if (inquiryId) update = update.where('inquiryId', '=', inquiryId)
  if (subjectId) update = update.where('subjectId', '=', subjectId)
  await update.execute()
}

/** Settles everything still open in a case: it was closed, and nothing of it is due any more. */
export async function settleAll(tx: Transaction, caseId: string) {
  await tx.db
    .updateTable('tasks')
    .set({ doneAt: tx.now, doneBy: tx.actor.workerId })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('doneAt', 'is', null)
    .execute()
}

const openTasks = (tx: Transaction, kind: TaskKind, { caseId, inquiryId, subjectId }: TaskPlace) =>
  tx.db
    .selectFrom('tasks')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('kind', '=', kind)
    .where('caseId', 'is not distinct from', caseId ?? null)
    .where('inquiryId', 'is not distinct from', inquiryId ?? null)
    .where('subjectId', 'is not distinct from', subjectId ?? null)
    .where('doneAt', 'is', null)
