import { sql } from 'kysely'
import { z } from 'zod'
import { rowOutcome, type RowOutcome } from '#contract/codes/index.ts'
import { ImportLine, ImportRow, type ImportRowQuery, ImportView } from '#contract/directory-imports.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const lines = (tx: Transaction) =>
  tx.db
    .selectFrom('directoryImports as i')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'i.agencyId').onRef('w.id', '=', 'i.askedBy'),
    )
    .select([
      'i.id',
      'i.fileName',
      'i.form',
      'i.state',
      'i.total',
      'i.done',
      'i.askedAt',
      'i.takenAt',
      'i.undoneAt',
    ])
    .select(['i.fileNotes', 'i.version', 'w.id as workerId', 'w.name as workerName'])
    .where('i.agencyId', '=', tx.actor.agencyId)

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

const shown = (row: Row) => ({
  ...row,
  askedBy: { id: row.workerId, name: row.workerName },
  askedAt: row.askedAt.toISOString(),
  takenAt: row.takenAt?.toISOString() ?? null,
  undoneAt: row.undoneAt?.toISOString() ?? null,
})

/** The files that were brought in, newest first. */
export async function importPage(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = lines(tx)
    .orderBy('i.askedAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(i.asked_at, i.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  tx.saw({ kind: 'directory-import', listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, ({ askedAt, id }) => [askedAt.toISOString(), id])
  return { next: page.next, rows: page.rows.map((row) => ImportLine.parse(shown(row))) }
}

/** One import: how far it is, and what became of its rows. */
export async function viewImport(tx: Transaction, id: string): Promise<ImportView> {
  const row = await lines(tx).where('i.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'directory-import', id })
  const { rows: counted } = await sql<{ outcome: RowOutcome; count: number; noted: number }>`
    select outcome, count(*)::integer as count, (count(*) filter (where notes <> '[]'))::integer as noted
    from directory_import_rows where agency_id = ${tx.actor.agencyId} and import_id = ${id} group by outcome`.execute(
    tx.db,
  )
  const countOf = (code: RowOutcome) => counted.find(({ outcome }) => outcome === code)?.count ?? 0
  return ImportView.parse({
    ...shown(row),
    counts: Object.fromEntries(rowOutcome.codes.map((code) => [code, countOf(code)])),
    noted: counted.reduce((sum, { noted }) => sum + noted, 0),
    abilities: {
      take: abilityFor(
        tx.actor,
        'directory.import',
        {},
        row.state === 'checked' && countOf('taken') + countOf('changed') > 0,
      ),
      undo: abilityFor(tx.actor, 'directory.undo', {}, row.state === 'taken'),
    },
  })
}

/** The rows of an import as its report says them, in the order in which they are taken. */
export async function importRows(tx: Transaction, id: string, { limit, after, outcome }: ImportRowQuery) {
  const position = positionIn(after, z.tuple([z.int().min(0)]))
  const known = await lines(tx).where('i.id', '=', id).executeTakeFirst()
  if (!known) throw new Refusal('not-found')
  tx.saw({ kind: 'directory-import', id })
  let query = tx.db
    .selectFrom('directoryImportRows')
    .select(['ordinal', 'file', 'line', 'place', 'kind', 'recordId', 'label', 'outcome', 'problem', 'notes'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('importId', '=', id)
    .orderBy('ordinal')
    .limit(limit + 1)
  if (outcome !== undefined) query = query.where('outcome', '=', outcome)
  if (position) query = query.where('ordinal', '>', position[0])
  const page = pageFrom(await query.execute(), limit, ({ ordinal }) => [ordinal])
  return { next: page.next, rows: page.rows.map((row) => ImportRow.parse(row)) }
}
