import type { LeafletSheet, LeafletView, NewLeaflet } from '#contract/case/reception.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, permit, type Transaction } from '#server/access/index.ts'
import {
  insertLeaflet,
  leafletRows,
  lookAtLeaflet,
  type LeafletRow,
  saveLeaflet,
} from './leaflets.repository.ts'

/** Writes a leaflet of the agency. */
export function writeLeaflet(tx: Transaction, leaflet: NewLeaflet) {
  permit(tx.actor, 'leaflet.write') // 403
  insertLeaflet(tx, leaflet)
}

/** Rewrites a leaflet, or takes it out of use; what was handed over keeps the name it had. */
export async function changeLeaflet(tx: Transaction, id: string, sheet: LeafletSheet) {
  const leaflet = await lookAtLeaflet(tx, id) // 404
  permit(tx.actor, 'leaflet.write') // 403
  await saveLeaflet(tx, leaflet, sheet) // 412
}

/** The leaflets of the agency. */
export async function leafletLines(tx: Transaction, query: PageQuery) {
  const { rows, next } = await leafletRows(tx, query)
  const abilities = { write: abilityFor(tx.actor, 'leaflet.write', {}, true) }
  return { next, rows: rows.map((row) => viewFrom(tx, row)), abilities }
}

/** One leaflet in its three languages. */
export const viewLeaflet = async (tx: Transaction, id: string): Promise<LeafletView> =>
  viewFrom(tx, await lookAtLeaflet(tx, id))

const viewFrom = ({ actor }: Transaction, row: LeafletRow): LeafletView => ({
  id: row.id,
  title: { 'zh-CN': row.titleZh, en: row.titleEn, ru: row.titleRu },
  words: { 'zh-CN': row.wordsZh, en: row.wordsEn, ru: row.wordsRu },
  active: row.active,
  version: row.version,
  abilities: { change: abilityFor(actor, 'leaflet.write', {}, true) },
})
