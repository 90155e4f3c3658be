import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'
import { competenceFor, lowestLevelFor, type SignedAct } from './competence.ts'

/**
 * Who is asked to sign beside a less qualified colleague: somebody qualified who sees the case. First the signer's own
 * supervisor, then the case's, then the agency's head, then whoever else works on it.
 * @returns the worker's id, or null where nobody who sees the case is qualified
 */
export async function cosignerFor(
  tx: Transaction,
  caseId: string,
  signerId: string,
  act: SignedAct,
): Promise<string | null> {
  const found = await tx.db
    .selectFrom('workers as w')
    .innerJoin('sightGrants as g', (join) =>
      join
        .onRef('g.agencyId', '=', 'w.agencyId')
        .on(sql<boolean>`g.principal_id = w.id or (g.source = 'agency-head' and w.role = 'agency-head')`),
    )
    .innerJoin('workers as signer', (join) =>
      join.onRef('signer.agencyId', '=', 'w.agencyId').on('signer.id', '=', signerId),
    )
    .select('w.id')
    .where('w.agencyId', '=', tx.actor.agencyId)
    .where('g.caseId', '=', caseId)
    .where('g.endedAt', 'is', null)
    .where(
      sql<boolean>`grant_counts(g.source, (select c.confidentiality from cases c where c.agency_id = g.agency_id and c.id = g.case_id))`,
    )
    .where('w.active', '=', true)
    .where('w.id', '<>', signerId)
    .where('w.level', '<=', lowestLevelFor[competenceFor[act]])
    .where('w.role', 'in', ['worker', 'supervisor', 'agency-head'])
    .orderBy(
      sql`w.id = signer.supervisor_id desc nulls last, g.source = 'supervisor' desc, w.role = 'agency-head' desc, g.granted_at, w.id`,
    )
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}
