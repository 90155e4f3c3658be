import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'

type Search = Readonly<{ caseId: string; caseManagerId: string; not: readonly string[] }>

/**
 * Who is asked to approve the end of a case: the case manager's supervisor, else the agency's head, else another
 * supervisor who sees the case; of level 2 or above, and nobody who had a hand in it.
 * @returns the worker's id, or null where nobody who sees the case may approve
 */
export async function approverFor(
  tx: Transaction,
  { caseId, caseManagerId, not }: Search,
): Promise<string | null> {
  const found = await tx.db
    .selectFrom('workers as w')
    .innerJoin('sightGrants as g', (join) =>
      join
        .onRef('g.agencyId', '=', 'w.agencyId')
        .on(sql<boolean>`g.principal_id = w.id or (g.source = 'agency-head' and w.role = 'agency-head')`),
    )
    .innerJoin('workers as manager', (join) =>
      join.onRef('manager.agencyId', '=', 'w.agencyId').on('manager.id', '=', caseManagerId),
    )
    .select('w.id')
    .where('w.agencyId', '=', tx.actor.agencyId)
    .where('g.caseId', '=', caseId)
    .where('g.endedAt', 'is', null)
    .where(
      sql<boolean>`grant_counts(g.source, (select c.confidentiality from cases c where c.agency_id = g.agency_id and c.id = g.case_id))`,
    )
    .where('w.active', '=', true)
    .where('w.id', 'not in', [...not])
    .where('w.level', '<=', 2)
    .where('w.role', 'in', ['supervisor', 'agency-head'])
    .orderBy(
      sql`w.id = manager.supervisor_id desc nulls last, w.role = 'agency-head' desc, g.granted_at, w.id`,
    )
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}
