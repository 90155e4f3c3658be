import { sql } from 'kysely'
import { z } from 'zod'
import {
  EditionLine,
  EditionReportLine,
  type EditionReportQuery,
  EditionView,
} from '#contract/case/divisions.ts'
import { type DivisionOutcome, divisionOutcome } from '#contract/codes/index.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { currentEdition } from './editions.repository.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const editions = (tx: Transaction) =>
  tx.db
    .selectFrom('divisionEditions as e')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'e.agencyId').onRef('w.id', '=', 'e.askedBy'),
    )
    .select([
      'e.id',
      'e.fileName',
      'e.source',
      'e.state',
      'e.askedAt',
      'e.takenAt',
      'e.undoneAt',
      'e.version',
    ])
    .select(['w.id as workerId', 'w.name as workerName'])
    .where('e.agencyId', '=', tx.actor.agencyId)

type Row = Awaited<ReturnType<ReturnType<typeof editions>['execute']>>[number]

const shown = (row: Row, currentId: string | null) => ({
  ...row,
  counts: row.id === currentId,
  askedBy: { id: row.workerId, name: row.workerName },
  askedAt: row.askedAt.toISOString(),
  takenAt: row.takenAt?.toISOString() ?? null,
  undoneAt: row.undoneAt?.toISOString() ?? null,
})

/** The editions that were brought in, newest first. */
export async function editionPage(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = editions(tx)
    .orderBy('e.askedAt', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(e.asked_at, e.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  const current = await currentEdition(tx)
  tx.saw({ kind: 'division-edition', listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, ({ askedAt, id }) => [askedAt.toISOString(), id])
  return { next: page.next, rows: page.rows.map((row) => EditionLine.parse(shown(row, current?.id ?? null))) }
}

/** How many lines of an edition came out how. */
export async function outcomesOf(tx: Transaction, id: string): Promise<Record<DivisionOutcome, number>> {
  const { rows } = await sql<{ outcome: DivisionOutcome; count: number }>`
    select outcome, count(*)::integer as count from division_edition_lines
    where agency_id = ${tx.actor.agencyId} and edition_id = ${id} group by outcome`.execute(tx.db)
  const countOf = (code: DivisionOutcome) => rows.find(({ outcome }) => outcome === code)?.count ?? 0
  return Object.fromEntries(divisionOutcome.codes.map((code) => [code, countOf(code)])) as Record<
    DivisionOutcome,
    number
  >
}

/** Whether something would change by taking it, and nothing stands in the way. */
export const isTakeable = ({ taken, changed, gone, refused }: Record<DivisionOutcome, number>) =>
  refused === 0 && taken + changed + gone > 0

/** One edition: how its lines came out, and what may be done with it. */
export async function viewEdition(tx: Transaction, id: string): Promise<EditionView> {
  const row = await editions(tx).where('e.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'division-edition', id })
  const outcomes = await outcomesOf(tx, id)
  const current = await currentEdition(tx)
  const ability = (now: boolean) => abilityFor(tx.actor, 'division.load', {}, now)
  const view = shown(row, current?.id ?? null)
  return EditionView.parse({
    ...view,
    outcomes,
    abilities: {
      take: ability(row.state === 'checked' && isTakeable(outcomes)),
      undo: ability(view.counts),
    },
  })
}

/** The report of an edition, line by line. */
export async function editionLines(
  tx: Transaction,
  id: string,
  { limit, after, outcome }: EditionReportQuery,
) {
  const position = positionIn(after, z.tuple([z.int().min(0)]))
  const known = await editions(tx).where('e.id', '=', id).executeTakeFirst()
  if (!known) throw new Refusal('not-found')
  tx.saw({ kind: 'division-edition', id })
  let query = tx.db
    .selectFrom('divisionEditionLines')
    .select(['ordinal', 'line', 'code', 'name', 'outcome', 'problem', 'says', 'said'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('editionId', '=', id)
    .orderBy('ordinal')
    .limit(limit + 1)
  if (outcome !== undefined) query = query.where('outcome', '=', outcome)
  if (position) query = query.where('ordinal', '>', position[0])
  const page = pageFrom(await query.execute(), limit, ({ ordinal }) => [ordinal])
  return { next: page.next, rows: page.rows.map((row) => EditionReportLine.parse(row)) }
}
