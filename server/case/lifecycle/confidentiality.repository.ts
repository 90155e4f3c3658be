import { sql } from 'kysely'
import type { ConfideCase } from '#contract/case/confidentiality.ts'
import { role } from '#contract/codes/index.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Named } from './confidentiality.ts'

/** Those of the ids that belong to colleagues of the actor's agency. */
export async function colleaguesAmong(tx: Transaction, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('workers')
    .select(['id', 'role', 'active'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ ...row, role: role.schema.parse(row.role) }))
}

/** Draws the circle anew: the level, whom it names, and why; the database sees to it that the grants follow. */
export const confide = (tx: Transaction, caseId: string, { level, reason, readerIds }: ConfideCase) =>
  sql`select confide_case(${caseId}, ${level}, ${reason}, ${readerIds}::uuid[], ${tx.now})`.execute(tx.db)
