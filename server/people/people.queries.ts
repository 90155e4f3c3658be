import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonLine, PersonSearch } from '#contract/people.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { keptKeys } from './identifiers.rows.ts'
import { lineColumns, personLine } from './people.rows.ts'
import { askedParts } from './person-keys.ts'
import type { Part } from './search-keys.ts'

const Position = z.tuple([z.uuid()])

/** A page of the people whom a text finds: whoever is named just so first, then who begins so, then the shortest names. */
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
  if (askedParts(text).length === 0) return []
  const today = dayOf(tx.now)
  const rows = await matchingRows(tx, text, lastId).limit(atMost).execute()
  return rows.map((row) => personLine(tx.keys, row, today))
}

/** The rows that a text finds, from `lastId` on, in the order of the list. */
export function matchingRows(tx: Transaction, text: string, lastId: string | null) {
  const typed = text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
  const query = linesOf(tx)
    .where('p.id', 'in', idsWithAllParts(tx, askedParts(text)).union(clientsOfCase(tx, text)))
    .orderBy(nearness('p', typed))
    .orderBy(sql`char_length(p.name)`)
    .orderBy(sql`p.name collate "C"`)
    .orderBy('p.id')
  if (lastId === null) return query
  // The cursor holds only an id; the rest of the position is read where nobody carries it about.
  return query.where(sql<boolean>`(${nearness('p', typed)}, char_length(p.name), p.name collate "C", p.id) >
    (select ${nearness('l', typed)}, char_length(l.name), l.name collate "C", l.id from people l
     where l.agency_id = ${tx.actor.agencyId} and l.id = ${lastId})`)
}

/** How near a name is to what was typed: 0 just so, 1 begins so, 2 has it somewhere, 3 found by sound or number. */
function nearness(people: 'p' | 'l', typed: string) {
  const name = sql`lower(translate(${sql.ref(`${people}.name`)}, ${' \u3000'}, ''))`
  return sql<number>`case when ${name} = ${typed} then 0 when starts_with(${name}, ${typed}) then 1
    when strpos(${name}, ${typed}) > 0 then 2 else 3 end`
}

/** Rows of which lines are made: what lies open, the tail of the telephone, and the key that opens it. One query. */
const linesOf = (tx: Transaction) =>
  tx.db
    .selectFrom('people as p')
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .where('p.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'p'))
    .select(['p.id', 'pk.wrapped as wrappedKey'])
    .select(lineColumns.map((column) => `p.${column}` as const))

/**
 * The people who match every part. Only equality is asked of the index: it is leakproof, so row-level security
 * leaves the index on; and each row that is met was let through by the policy of the person it belongs to.
 */
export function idsWithAllParts(tx: Transaction, parts: readonly Part[]) {
  const kept = parts.map((part) => keptKeys(tx.keys, part))
  return kept.reduce(
    (query, part) => query.having(sql<boolean>`bool_or(k.key = any(${part}::text[]))`),
    idsWithAnyKey(tx, kept.flat()).groupBy('k.personId'),
  )
}

/** The people who have at least one of the keys, as they are kept. */
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
  const rows = await linesOf(tx).where('p.id', 'in', ids).execute()
  const today = dayOf(tx.now)
  return rows.map((row) => personLine(tx.keys, row, today))
}
