import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'

type Search = Readonly<{ caseId: string; caseManagerId: string }>

/**
 * Who is asked to decide what a copy leaves out: the case manager's supervisor, else the agency's head, else another
 * supervisor who sees the case.
 * @returns the worker's id, or null where nobody who sees the case may decide
 */
export async function deciderFor(tx: Transaction, { caseId, caseManagerId }: Search): Promise<string | null> {
  const { agencyId } = tx.actor
  const { rows } = await sql<{ id: string }>`
    select w.id from workers w
    join sight_grants g on g.agency_id = w.agency_id
      and (g.principal_id = w.id or (g.source = 'agency-head' and w.role = 'agency-head'))
    join cases c on c.agency_id = g.agency_id and c.id = g.case_id
    join workers m on m.agency_id = w.agency_id and m.id = ${caseManagerId}
    where w.agency_id = ${agencyId} and g.case_id = ${caseId} and g.ended_at is null
      and grant_counts(g.source, c.confidentiality) and w.active and w.role in ('supervisor', 'agency-head')
    order by w.id = m.supervisor_id desc nulls last, w.role = 'agency-head' desc, g.granted_at, w.id
    limit 1`.execute(tx.db)
  return rows[0]?.id ?? null
}
