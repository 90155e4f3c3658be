import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonLine, PersonSearch } from '#contract/people.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { personLine, sheetColumns } from './people.rows.ts'
import { askedKeys } from './person-keys.ts'

const Position = z.tuple([z.uuid()])

/** A page of the people whom a text finds, the shortest names first: whoever is named just so stands on top. */
export async function searchPeople(tx: Transaction, { text, limit = 25, after }: PersonSearch) {
  const position = positionIn(after, Position)
  const found = await foundBy(tx, text, limit + 1, position?.[0] ?? null)
  tx.saw({ kind: 'person-list', listed: found.slice(0, limit).map(({ id }) => id) })
  return pageFrom(found, limit, ({ id }) => [id])
}

async function foundBy(
  tx: Transaction,
  text: string,
  atMost: number,
  lastId: string | null,
): Promise<PersonLine[]> {
  if (askedKeys(text).length === 0) return []
  const today = dayOf(tx.now)
  const rows = await matchingRows(tx, text, lastId).limit(atMost).execute()
  return rows.map((row) => personLine(row, today))
}

/** The rows that a text finds, from `lastId` on, in the order of the list. */
export function matchingRows(tx: Transaction, text: string, lastId: string | null) {
  const query = tx.db
    .selectFrom('people as p')
    .where('p.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'p'))
    .where('p.id', 'in', idsWithAllKeys(tx, askedKeys(text)).union(clientsOfCase(tx, text)))
    .select(['p.id', ...sheetColumns.map((column) => `p.${column}` as const)])
    .orderBy(sql`char_length(p.name)`)
    .orderBy(sql`p.name collate "C"`)
    .orderBy('p.id')
  if (lastId === null) return query
  // The cursor holds only an id; the rest of the position is read where nobody carries it about.
  return query.where(sql<boolean>`(char_length(p.name), p.name collate "C", p.id) >
    (select char_length(l.name), l.name collate "C", l.id from people l
     where l.agency_id = ${tx.actor.agencyId} and l.id = ${lastId})`)
}

/**
 * The people who have every key. Only equality is asked of the index: it is leakproof, so row-level security
 * leaves the index on; and each row that is met was let through by the policy of the person it belongs to.
 */
export const idsWithAllKeys = (tx: Transaction, keys: readonly string[]) =>
  idsWithAnyKey(tx, keys)
    .groupBy('k.personId')
    .having(sql<boolean>`count(*) = ${keys.length}`)

/** The people who have at least one of the keys. */
export const idsWithAnyKey = (tx: Transaction, keys: readonly string[]) =>
  tx.db
    .selectFrom('personSearchKeys as k')
    .where('k.agencyId', '=', tx.actor.agencyId)
    .where(sql<boolean>`k.key = any(${keys}::text[])`)
    .select('k.personId as id')

/** The client of the case whose number was typed, with or without the agency's letters before it. */
function clientsOfCase(tx: Transaction, text: string) {
  const typed = text.normalize('NFKC').trim()
  return tx.db
    .selectFrom('cases as c')
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'c'))
    .where(sql<boolean>`c.number in (${typed}, ${typed.toUpperCase()},
      (select a.case_prefix || '-' || ${typed} from agencies a where a.agency_id = ${tx.actor.agencyId}))`)
    .select('c.clientId as id')
}

/** Lines of these people, as far as they are in sight; in no order. */
export async function personLines(tx: Transaction, ids: readonly string[]): Promise<PersonLine[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('people as p')
    .where('p.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'p'))
    .where('p.id', 'in', ids)
    .select(['p.id', ...sheetColumns.map((column) => `p.${column}` as const)])
    .execute()
  const today = dayOf(tx.now)
  return rows.map((row) => personLine(row, today))
}
