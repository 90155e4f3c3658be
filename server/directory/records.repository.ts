import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'
import type { Bundle, HeldRecord } from './bundle.ts'
import { type Findable, findableFrom } from './entry.ts'
import type { RecordChanges } from './entry-records.ts'

type Row = Readonly<{ kind: string; id: string; content: HeldRecord['content'] }>

const columns = sql`kind, id, content`
const distinct = (values: readonly unknown[]) =>
  [...new Set(values.filter((one) => typeof one === 'string'))] as string[]

/** Services with everything that hangs on them, by their ids; those that are not there are left out. */
export async function bundlesOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, Bundle>> {
  const agency = tx.actor.agencyId
  const given = [...ids]
  const { rows: direct } = await sql<Row>`
    select ${columns} from directory_records where agency_id = ${agency} and kind = 'services' and id = any(${given}::uuid[])
    union all
    select ${columns} from directory_records where agency_id = ${agency} and service_id = any(${given}::uuid[])
    union all
    select ${columns} from directory_records where agency_id = ${agency} and link_id = any(${given}::uuid[])
    order by kind, id`.execute(tx.db)
  const organizations = distinct(direct.map(({ content }) => content['organization_id']))
  const places = distinct(
    direct.filter(({ kind }) => kind === 'service_at_location').map(({ content }) => content['location_id']),
  )
  const terms = distinct(direct.map(({ content }) => content['taxonomy_term_id']))
  const { rows: further } = await sql<Row>`
    select ${columns} from directory_records where agency_id = ${agency} and kind = 'organizations' and id = any(${organizations}::uuid[])
    union all
    select ${columns} from directory_records where agency_id = ${agency} and kind = 'phones' and organization_id = any(${organizations}::uuid[])
    union all
    select ${columns} from directory_records where agency_id = ${agency} and kind = 'locations' and id = any(${places}::uuid[])
    union all
    select ${columns} from directory_records where agency_id = ${agency} and location_id = any(${places}::uuid[])
      and kind in ('addresses', 'phones', 'languages', 'schedules')
    union all
    select ${columns} from directory_records where agency_id = ${agency} and kind = 'taxonomy_terms' and id = any(${terms}::uuid[])
    order by kind, id`.execute(tx.db)
  return assembled(given, direct, further)
}

/** Gives each service what is its own among what was read for many. */
function assembled(ids: readonly string[], direct: readonly Row[], further: readonly Row[]) {
  const own = grouped(direct, ({ kind, id, content }) =>
    kind === 'services' ? id : String(content['service_id'] ?? content['link_id']),
  )
  const byId = grouped(further, ({ id }) => id)
  const inPlace = grouped(further, ({ content }) => String(content['location_id'] ?? ''))
  const ofOrganization = grouped(further, ({ content }) => String(content['organization_id'] ?? ''))
  const bundles = new Map<string, Bundle>()
  for (const id of ids) {
    const records = own.get(id) ?? []
    const service = records.find(({ kind }) => kind === 'services')?.content
    if (!service) continue
    const named = records.flatMap(({ content }) => [
      ...(byId.get(String(content['taxonomy_term_id'])) ?? []),
      ...(byId.get(String(content['location_id'])) ?? []),
      ...(content['location_id'] ? (inPlace.get(String(content['location_id'])) ?? []) : []),
    ])
    const organizationId = String(service['organization_id'])
    const phones = (ofOrganization.get(organizationId) ?? []).filter(({ kind }) => kind === 'phones')
    const all = [...records, ...(byId.get(organizationId) ?? []), ...named, ...phones]
    const once = new Map(all.map((record) => [`${record.kind}/${record.id}`, record]))
    bundles.set(id, { service, records: [...once.values()].filter(({ kind }) => kind !== 'services') })
  }
  return bundles
}

function grouped(rows: readonly Row[], by: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}

const servicesAtOnce = 200

/** Writes anew what a search asks of these services, from their records; those that are gone are taken out by others. */
export async function makeFindable(tx: Transaction, ids: readonly string[]) {
  for (let at = 0; at < ids.length; at += servicesAtOnce) {
    const bundles = await bundlesOf(tx, ids.slice(at, at + servicesAtOnce))
    const rows = [...bundles.values()].map(findableFrom)
    if (rows.length > 0) await keepFindable(tx, rows)
  }
}

const keepFindable = (tx: Transaction, rows: readonly Findable[]) =>
  tx.db
    .insertInto('directoryServices')
    .values(rows.map((row) => ({ ...row, agencyId: tx.actor.agencyId })))
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'id']).doUpdateSet((is) => ({
        name: is.ref('excluded.name'),
        organizationName: is.ref('excluded.organizationName'),
        status: is.ref('excluded.status'),
        needs: is.ref('excluded.needs'),
        terms: is.ref('excluded.terms'),
        districts: is.ref('excluded.districts'),
        districtNames: is.ref('excluded.districtNames'),
        districtsWithin: is.ref('excluded.districtsWithin'),
        minimumAge: is.ref('excluded.minimumAge'),
        maximumAge: is.ref('excluded.maximumAge'),
        languages: is.ref('excluded.languages'),
        cost: is.ref('excluded.cost'),
        words: is.ref('excluded.words'),
        confirmedOn: is.ref('excluded.confirmedOn'),
        confirmedBy: sql<
          string | null
        >`case when directory_services.confirmed_on is not distinct from excluded.confirmed_on
          then directory_services.confirmed_by end`,
        version: sql<number>`directory_services.version + 1`,
      })),
    )
    .execute()

/** Keeps records as somebody wrote them by hand. */
export async function writeRecords(tx: Transaction, { written, removed }: RecordChanges) {
  const { agencyId, workerId } = tx.actor
  if (removed.length > 0)
    await sql`delete from directory_records r using jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) as g (kind text, id uuid)
      where r.agency_id = ${agencyId} and r.kind = g.kind and r.id = g.id`.execute(tx.db)
  await sql`
    insert into directory_records (agency_id, kind, id, content, changed_at, changed_by)
    select ${agencyId}, g.kind, g.id, g.content, ${tx.now}, ${workerId}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as g (kind text, id uuid, content jsonb)
    on conflict (agency_id, kind, id) do update set content = excluded.content, import_id = null,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where directory_records.content is distinct from excluded.content`.execute(tx.db)
}

/** Keeps the service of a new entry; one that is there already is refused (409) by its key. */
export async function insertService(tx: Transaction, { kind, id, content }: HeldRecord) {
  const { agencyId, workerId } = tx.actor
  await sql`insert into directory_records (agency_id, kind, id, content, changed_at, changed_by)
    values (${agencyId}, ${kind}, ${id}, ${JSON.stringify(content)}::jsonb, ${tx.now}, ${workerId})`.execute(
    tx.db,
  )
}

/** The organization that is called so, the oldest id first where several are. */
export async function organizationCalled(tx: Transaction, name: string): Promise<HeldRecord | null> {
  const { rows } = await sql<Row>`
    select ${columns} from directory_records
    where agency_id = ${tx.actor.agencyId} and kind = 'organizations' and content ->> 'name' = ${name}
    order by id limit 1`.execute(tx.db)
  return rows[0] ?? null
}

/** Notes on the service that somebody confirmed it today. It stays the import's own: nothing else of it changed. */
export async function keepConfirmation(tx: Transaction, id: string, today: string) {
  const { agencyId, workerId } = tx.actor
  await sql`update directory_records set content = content || jsonb_build_object('assured_date', ${today}::text),
      changed_at = ${tx.now}, changed_by = ${workerId}
    where agency_id = ${agencyId} and kind = 'services' and id = ${id}`.execute(tx.db)
  await sql`update directory_services set confirmed_on = ${today}::date, confirmed_by = ${workerId}, version = version + 1
    where agency_id = ${agencyId} and id = ${id}`.execute(tx.db)
}

/** Notes who wrote a new entry down: whoever did has confirmed it. */
export const keepConfirmer = (tx: Transaction, id: string) =>
  tx.db
    .updateTable('directoryServices')
    .set({ confirmedBy: tx.actor.workerId })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()

/** Which of these records are there, by kind and id. */
export async function knownAmong(tx: Transaction, asked: ReadonlyMap<string, ReadonlySet<string>>) {
  const known = new Set<string>()
  const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u
  for (const [kind, ids] of asked) {
    const { rows } = await sql<{
      id: string
    }>`select id from directory_records where agency_id = ${tx.actor.agencyId}
      and kind = ${kind} and id = any(${[...ids].filter((id) => isId.test(id))}::uuid[])`.execute(tx.db)
    for (const { id } of rows) known.add(`${kind}/${id}`)
  }
  return known
}
