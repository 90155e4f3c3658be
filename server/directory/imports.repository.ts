import { sql } from 'kysely'
import type { FileNote, HsdsForm, ImportFile, ImportState } from '#contract/directory-imports.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { CheckedRow } from './checking.ts'

const rowsAtOnce = 1_000

export type CheckedFile = Readonly<{
  form: HsdsForm
  sha256: string
  notes: readonly FileNote[]
  rows: readonly CheckedRow[]
}>

/** Keeps a file that was checked, row by row, each compared with what the directory holds now. Nothing is taken yet. */
export async function insertImport(tx: Transaction, { id, name }: ImportFile, file: CheckedFile) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('directoryImports')
    .values({
      agencyId,
      id,
      fileName: name,
      form: file.form,
      sha256: file.sha256,
      total: file.rows.length,
      fileNotes: JSON.stringify(file.notes),
      askedBy: workerId,
      askedAt: tx.now,
    })
    .execute()
  for (let at = 0; at < file.rows.length; at += rowsAtOnce) {
    const rows = file.rows
      .slice(at, at + rowsAtOnce)
      .map((row, index) => ({ ...row, ordinal: at + index + 1 }))
    await sql`
      insert into directory_import_rows (agency_id, import_id, ordinal, file, line, place, kind, record_id, label, outcome, problem, notes, content)
      select ${agencyId}, ${id}, g.ordinal, g.file, g.line, g.place, g.kind, g."recordId", g.label,
        case when g.outcome = 'taken' and r.id is not null
          then case when r.content = g.content then 'unchanged' else 'changed' end else g.outcome end,
        nullif(g.problem, 'null'), g.notes, nullif(g.content, 'null')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (ordinal integer, file text, line integer, place text, kind text,
        "recordId" uuid, label text, outcome text, problem jsonb, notes jsonb, content jsonb)
      left join directory_records r on r.agency_id = ${agencyId} and r.kind = g.kind and r.id = g."recordId"`.execute(
      tx.db,
    )
  }
  tx.saw({ kind: 'directory-import', id })
}

/** An import that something is about to be done with, locked, against the version that was seen (404, 412). */
export async function lookAtImport(tx: Transaction, id: string) {
  const row = await tx.db
    .selectFrom('directoryImports')
    .select(['id', 'state', 'total', 'done', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'directory-import', id })
  refuseIfStale(tx, row.version)
  return { ...row, state: row.state as ImportState }
}

/** Whether any row of an import would be taken at all. */
export async function hasSomethingToTake(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('directoryImportRows')
    .select('ordinal')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('importId', '=', id)
    .where('outcome', 'in', ['taken', 'changed'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type Steps = Readonly<{
  state: ImportState
  done?: number
  takenBy?: string
  takenAt?: Date
  undoneBy?: string
  undoneAt?: Date
}>

/** Where an import stands now. */
export const keepState = (tx: Transaction, id: string, steps: Steps) =>
  tx.db
    .updateTable('directoryImports')
    .set((is) => ({ ...steps, version: is('version', '+', 1) }))
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()

/** How far it is; its version stays, for nobody has changed anything of it. */
export const keepProgress = (tx: Transaction, id: string, done: number) =>
  tx.db
    .updateTable('directoryImports')
    .set({ done })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()

/** Takes the rows after one ordinal up to another: notes what stood there before, and writes what the file says. */
export async function takeRows(tx: Transaction, id: string, after: number, upTo: number) {
  const { agencyId, workerId } = tx.actor
  // What was there before is looked at now: somebody may have written since the file was checked.
  await sql`
    update directory_import_rows i set earlier = r.content, earlier_import = r.import_id,
      outcome = case when r.id is null then 'taken' when r.content = i.content then 'unchanged' else 'changed' end
    from directory_import_rows g
    left join directory_records r on r.agency_id = g.agency_id and r.kind = g.kind and r.id = g.record_id
    where g.agency_id = ${agencyId} and g.import_id = ${id} and g.ordinal > ${after} and g.ordinal <= ${upTo} and g.outcome <> 'refused'
      and i.agency_id = g.agency_id and i.import_id = g.import_id and i.ordinal = g.ordinal`.execute(tx.db)
  await sql`
    insert into directory_records (agency_id, kind, id, content, import_id, changed_at, changed_by)
    select agency_id, kind, record_id, content, import_id, ${tx.now}, ${workerId}
    from directory_import_rows
    where agency_id = ${agencyId} and import_id = ${id} and ordinal > ${after} and ordinal <= ${upTo} and outcome in ('taken', 'changed')
    on conflict (agency_id, kind, id) do update set content = excluded.content, import_id = excluded.import_id,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(tx.db)
}

/** The services that some rows of an import speak of, straight or through what hangs on them. */
export async function servicesSpokenOf(
  tx: Transaction,
  id: string,
  after: number,
  upTo: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with spoken as (
      select kind, record_id, content from directory_import_rows
      where agency_id = ${tx.actor.agencyId} and import_id = ${id} and ordinal > ${after} and ordinal <= ${upTo}
        and outcome in ('taken', 'changed'))
    select distinct s.id from (
      select record_id as id from spoken where kind = 'services'
      union all select (content ->> 'service_id')::uuid from spoken
      union all select (content ->> 'link_id')::uuid from spoken
      union all select r.id from spoken p join directory_records r
        on r.agency_id = ${tx.actor.agencyId} and r.organization_id = p.record_id and r.kind = 'services' where p.kind = 'organizations'
      union all select r.service_id from spoken p join directory_records r
        on r.agency_id = ${tx.actor.agencyId} and r.location_id = (p.content ->> 'location_id')::uuid and r.kind = 'service_at_location'
      union all select r.link_id from spoken p join directory_records r
        on r.agency_id = ${tx.actor.agencyId} and r.term_id = p.record_id and r.kind = 'attributes' where p.kind = 'taxonomy_terms'
    ) s where s.id is not null`.execute(tx.db)
  return rows.map((row) => row.id)
}
