import type { ReceiveContact } from '#contract/case/reception.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

type Given = Readonly<{ kind: 'leaflet' | 'entry'; itemId: string; title: string }>

/**
 * What is handed over, under its present name in the actor's language. A leaflet or an entry that is not there is refused
 * (422): nobody is told to have got what they did not get.
 */
export async function namedInformation(
  tx: Transaction,
  { leafletIds, entryIds }: ReceiveContact['given'],
): Promise<Given[]> {
  const leaflets = leafletIds.length === 0 ? [] : await leafletTitles(tx, leafletIds)
  const entries = entryIds.length === 0 ? [] : await entryNames(tx, entryIds)
  const wanted = new Set([...leafletIds, ...entryIds])
  if (leaflets.length + entries.length !== wanted.size) throw new Refusal('intake/no-such-information')
  return [...leaflets, ...entries]
}

async function leafletTitles(tx: Transaction, ids: readonly string[]): Promise<Given[]> {
  const rows = await tx.db
    .selectFrom('leaflets')
    .select(['id', 'titleZh', 'titleEn', 'titleRu'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', 'in', [...ids])
    .execute()
  const titleIn = { 'zh-CN': 'titleZh', en: 'titleEn', ru: 'titleRu' } as const
  return rows.map((row) => ({ kind: 'leaflet', itemId: row.id, title: row[titleIn[tx.actor.language]] }))
}

async function entryNames(tx: Transaction, ids: readonly string[]): Promise<Given[]> {
  const rows = await tx.db
    .selectFrom('directoryServices')
    .select(['id', 'name', 'organizationName'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ id, name, organizationName }) => ({
    kind: 'entry',
    itemId: id,
    title: organizationName === '' || organizationName === name ? name : `${name} (${organizationName})`,
  }))
}

/** Writes down what was handed over, once and for all. */
export function keepGiven(tx: Transaction, inquiryId: string, given: readonly Given[]) {
  if (given.length === 0) return
  const by = { inquiryId, agencyId: tx.actor.agencyId, givenBy: tx.actor.workerId, givenAt: tx.now }
  tx.atLast(
    tx.db
      .insertInto('informationGiven')
      .values(given.map((one) => ({ ...one, ...by })))
      .execute(),
  )
}

/** What was handed over at a first contact, in the order of its names. */
export async function givenAt(tx: Transaction, inquiryId: string) {
  const rows = await tx.db
    .selectFrom('informationGiven')
    .select(['kind', 'itemId', 'title'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('inquiryId', '=', inquiryId)
    .orderBy('title')
    .execute()
  return rows.map(({ kind, itemId, title }) => ({
    kind: kind === 'leaflet' ? ('leaflet' as const) : ('entry' as const),
    id: itemId,
    title,
  }))
}
