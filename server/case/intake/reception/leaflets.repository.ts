import { z } from 'zod'
import type { LeafletSheet, NewLeaflet } from '#contract/case/reception.ts'
import type { PageQuery } from '#contract/page.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const rowOf = ({ title, words, active }: LeafletSheet) => ({
  titleZh: title['zh-CN'],
  titleEn: title.en,
  titleRu: title.ru,
  wordsZh: words['zh-CN'],
  wordsEn: words.en,
  wordsRu: words.ru,
  active,
})

/** Writes a leaflet for the first time. */
export function insertLeaflet(tx: Transaction, { id, ...sheet }: NewLeaflet) {
  const { agencyId, workerId } = tx.actor
  const by = { agencyId, id, writtenBy: workerId, writtenAt: tx.now }
  tx.atLast(
    tx.db
      .insertInto('leaflets')
      .values({ ...rowOf(sheet), ...by })
      .execute(),
  )
  tx.saw({ kind: 'leaflet', id })
}

/** Looks at a leaflet and locks it (404). */
export async function lookAtLeaflet(tx: Transaction, id: string) {
  const row = await tx.db
    .selectFrom('leaflets')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'leaflet', id })
  return row
}

/** Saves a leaflet against the version that was seen (412); one that was taken in between matches no row (412). */
export async function saveLeaflet(
  tx: Transaction,
  { id, version }: Readonly<{ id: string; version: number }>,
  sheet: LeafletSheet,
) {
  refuseIfStale(tx, version)
  const { numUpdatedRows } = await tx.db
    .updateTable('leaflets')
    .set({ ...rowOf(sheet), writtenBy: tx.actor.workerId, writtenAt: tx.now, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('changed-meanwhile')
}

const Position = z.tuple([z.uuid()])

/** A page of leaflets. An agency has a handful; they stand in the order in which they were made. */
export async function leafletRows(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = tx.db
    .selectFrom('leaflets')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .orderBy('id')
    .limit(limit + 1)
  if (position) query = query.where('id', '>', position[0])
  const page = pageFrom(await query.execute(), limit, ({ id }) => [id])
  tx.saw({ kind: 'leaflet-list', listed: page.rows.map(({ id }) => id) })
  return page
}

export type LeafletRow = Awaited<ReturnType<typeof lookAtLeaflet>>
