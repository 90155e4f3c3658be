import type { Transaction } from '#server/access/index.ts'
import { goalEnds, type LevelsFound } from './goal-ending.ts'
import { endActivePlan } from './plan.repository.ts'

/**
 * Ends what was planned, because its case is closed: the plan in force, and every goal that is still open.
 * The case must be locked. `found` are the levels of the final evaluation; without one, the goals were given up.
 */
export async function endPlanning(tx: Transaction, caseId: string, found: LevelsFound) {
  await endActivePlan(tx, caseId)
  const open = await tx.db
    .selectFrom('goals')
    .select(['id', 'parentId', 'baselineLevel'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('status', 'in', ['proposed', 'active', 'on-hold'])
    .execute()
  const ends = goalEnds(open, found)
  for (const status of new Set(ends.values())) {
    const ids = [...ends].filter(([, end]) => end === status).map(([id]) => id)
    await tx.db
      .updateTable('goals')
      .set({ status })
      .where('agencyId', '=', tx.actor.agencyId)
      .where('id', 'in', ids)
      .execute()
  }
}
