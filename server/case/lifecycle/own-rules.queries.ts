import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** The supervisor of a worker who is still there; null where there is none. */
export async function supervisorOf(tx: Transaction, workerId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('workers as w')
    .innerJoin('workers as s', (join) =>
      join.onRef('s.agencyId', '=', 'w.agencyId').onRef('s.id', '=', 'w.supervisorId'),
    )
    .select('s.id')
    .where('w.agencyId', '=', tx.actor.agencyId)
    .where('w.id', '=', workerId)
    .where('s.active', '=', true)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Work of a case that somebody says is done by hand; what is not of this case is absent (404). */
export async function lookAtOwnWork(tx: Transaction, caseId: string, id: string) {
  const row = await tx.db
    .selectFrom('tasks')
    .select(['id', 'kind', 'subjectId', 'doneAt'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return row
}
