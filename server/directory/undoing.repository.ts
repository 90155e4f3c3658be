import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'

const written = (tx: Transaction, id: string) => sql`
  select i.kind, i.record_id, i.outcome, i.earlier, i.earlier_import, r.id as held, r.import_id as by_import
  from directory_import_rows i
  left join directory_records r on r.agency_id = i.agency_id and r.kind = i.kind and r.id = i.record_id
  where i.agency_id = ${tx.actor.agencyId} and i.import_id = ${id} and i.outcome in ('taken', 'changed')`

/** How many records of an import have been written since: by a later import, or by hand. */
export async function writtenSince(tx: Transaction, id: string) {
  const { rows } = await sql<{ byImport: number; byHand: number }>`
    select count(*) filter (where by_import is not null and by_import <> ${id})::integer as "byImport",
      count(*) filter (where by_import is null)::integer as "byHand"
    from (${written(tx, id)}) w`.execute(tx.db)
  return rows[0] ?? { byImport: 0, byHand: 0 }
}

/**
 * Puts back what stood there before an import, and takes away what it brought, with what was written by hand on it. An
 * organization on which other services hang by now stays.
 */
export async function putBack(tx: Transaction, id: string) {
  const { agencyId, workerId } = tx.actor
  await sql`
    insert into directory_records (agency_id, kind, id, content, import_id, changed_at, changed_by)
    select ${agencyId}, w.kind, w.record_id, w.earlier, w.earlier_import, ${tx.now}, ${workerId}
    from (${written(tx, id)}) w where w.outcome = 'changed'
    on conflict (agency_id, kind, id) do update set content = excluded.content, import_id = excluded.import_id,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(tx.db)
  const gone = sql`select record_id from directory_import_rows
    where agency_id = ${agencyId} and import_id = ${id} and kind = 'services' and outcome = 'taken'`
  await sql`delete from directory_records where agency_id = ${agencyId} and service_id in (${gone}) and import_id is null`.execute(
    tx.db,
  )
  await sql`delete from directory_records where agency_id = ${agencyId} and link_id in (${gone}) and import_id is null`.execute(
    tx.db,
  )
  await sql`
    delete from directory_records r using (${written(tx, id)}) w
    where r.agency_id = ${agencyId} and r.kind = w.kind and r.id = w.record_id and w.outcome = 'taken'
      and not (r.kind = 'organizations' and exists (
        select 1 from directory_records s where s.agency_id = r.agency_id and s.kind = 'services' and s.organization_id = r.id
          and s.id not in (${gone})))`.execute(tx.db)
  await sql`delete from directory_services where agency_id = ${agencyId} and id in (${gone})`.execute(tx.db)
}
