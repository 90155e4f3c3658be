import type { Names } from '#contract/settings/index.ts'
import type { TaskKind } from '#contract/workday.ts'
import type { Transaction } from '#server/access/index.ts'

/** What a task hangs on: a case or an inquiry, and perhaps one record in it. */
export type TaskPlace = Readonly<{ caseId?: string; inquiryId?: string; subjectId?: string }>

type NewTask = TaskPlace &
  Readonly<{
    kind: TaskKind
    ownerId: string
    dueAt: Date
    /** How a rule of the agency calls it; every other kind has words of its own. */
    names?: Names
  }>

const noNames = {}

/** Opens work, each with its owner and deadline, in one statement. What is open already is not opened twice. */
export async function schedule(tx: Transaction, ...work: readonly NewTask[]) {
  if (work.length === 0) return
  const rows = work.map(
    ({ caseId = null, inquiryId = null, subjectId = null, names = noNames, ...task }) => ({
      ...task,
      agencyId: tx.actor.agencyId,
      id: tx.newId(),
      caseId,
      inquiryId,
      subjectId,
      names: JSON.stringify(names),
      openedAt: tx.now,
    }),
  )
  const opening = tx.db
    .insertInto('tasks')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
  tx.atLast(opening.execute())
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
  tx.atLast(update.execute())
}

/**
 * Settles everything still open in a case: it was closed, and nothing of it is due any more. A danger that a scale told of
 * does not end with the case: somebody decides on it. Nor does a request for a copy of the file.
 */
export async function settleAll(tx: Transaction, caseId: string) {
  const update = tx.db
    .updateTable('tasks')
    .set({ doneAt: tx.now, doneBy: tx.actor.workerId })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('doneAt', 'is', null)
    .where('kind', 'not in', ['decide-alert', 'decide-file-copy', 'hand-over-file-copy'])
  tx.atLast(update.execute())
}

/** Whether work of a kind is open in a case. */
export async function isOpen(tx: Transaction, kind: TaskKind, caseId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('tasks')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('kind', '=', kind)
    .where('doneAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
