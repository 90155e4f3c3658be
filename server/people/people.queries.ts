import { sql } from 'kysely'
import { z } from 'zod'
import { birthDatePrecision, sex } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import type { PersonLine, PersonSearch } from '#contract/people.ts'
import { inSight, principalsText, type Seer, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { type Statement, textArray, type TextRow } from '#server/platform/database/one-flight.ts'
import { keptKeys, openedPhoneTail } from './identifiers.rows.ts'
import { lineColumns, personLine } from './people.rows.ts'
import { ageOf } from './person.ts'
import { askedParts, isNumberKey } from './person-keys.ts'
import type { Part } from './search-keys.ts'
import { searchText } from './search-texts.ts'

const Position = z.tuple([z.uuid()])

const texts = new Map<string, string>()

/** What finds a page of people by a text: whoever is named just so first, then who begins so, then the shortest names. */
export function searchStatement(
  seer: Pick<Seer, 'actor' | 'keys'>,
  { text, limit: atMost, lastId: from }: Readonly<{ text: string; limit: number; lastId: string | null }>,
): Statement {
  const asked = askedParts(text).toSorted((one, other) => rarity(other) - rarity(one))
  const parts = asked.map((part) => keptKeys(seer.keys, part))
  const plain = text.normalize('NFKC').trim()
  const kind = {
    parts: parts.length,
    spellings: parts[0]?.length !== 1,
    common: mayBeCommon(asked[0]),
    // No number of a case is without a digit.
    caseNumber: /\d/u.test(plain),
    goesOn: from !== null,
  }
  const name = Object.values(kind).join(' ')
  const written = texts.get(name) ?? searchText(kind)
  texts.set(name, written)
  return {
    text: written,
    values: [
      seer.actor.agencyId,
      principalsText(seer),
      String(atMost),
      from,
      ...parts.map(textArray),
      ...(kind.caseNumber ? [plain] : []),
    ],
  }
}

/** The more letters, the fewer have them; a Chinese character tells as much as three, a digit of a number as two. */
function rarity([key = '']: Part) {
  const length = Array.from(key).length
  if (isNumberKey(key)) return 2 * length
  return isAlphabetic(key) ? length : 3 * length
}

const isAlphabetic = (key: string) => /^\p{Script=Latin}|^\p{Script=Cyrillic}/u.test(key)

/** Whether what is followed may be in the names of very many: a Chinese character, the sound of a name, a Russian name. */
const mayBeCommon = (part: Part = []) =>
  rarity(part) < (isAlphabetic(part[0] ?? '') ? leastLetters : leastCharacters)
const leastLetters = 9
const leastCharacters = 6

/** Nobody: where nothing searchable was typed, for every name matches all of no parts. */
const nobody: Statement = { text: 'select null where false', values: [] }

/** A page of the people whom a text finds. */
export const searchGlance =
  ({ text, limit: atMost = 10, after }: PersonSearch) =>
  (seer: Seer) => {
    const [from] = positionIn(after, Position) ?? []
    const asked = { text, limit: atMost + 1, lastId: from ?? null }
    const today = dayOf(seer.now)
    return {
      statement: askedParts(text).length === 0 ? nobody : searchStatement(seer, asked),
      onePlan: true,
      view: (rows: readonly TextRow[]) => {
        const found = rows.map((row) => lineFrom(seer, row, today))
        seer.saw({ kind: 'person-list', listed: found.slice(0, atMost).map(({ id }) => id) })
        return pageFrom(found, atMost, ({ id }) => [id])
      },
    }
  }

function lineFrom({ keys }: Seer, row: TextRow, today: Day): PersonLine {
  const [id, name, itsSex, birthDate = null, precision, tail = null, key = null] = row
  if (typeof id !== 'string' || typeof name !== 'string') throw new Error('A person without an id or a name.')
  const born = { birthDate, birthPrecision: birthDatePrecision.schema.parse(precision) }
  const sealed = { id, phoneTailSealed: bytes(tail), wrappedKey: bytes(key) }
  return {
    id,
    name,
    sex: sex.schema.parse(itsSex),
    birthDate,
    age: ageOf(born, today),
    phoneTail: openedPhoneTail(keys, sealed),
  }
}

const bytes = (hex: string | null) => (hex === null ? null : Buffer.from(hex, 'hex'))

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

/** The same inside a larger statement. */
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

/** Lines of these people, as far as they are in sight; in no order. */
export async function personLines(tx: Transaction, ids: readonly string[]): Promise<PersonLine[]> {
  if (ids.length === 0) return []
  const rows = await linesOf(tx).where('p.id', 'in', ids).execute()
  const today = dayOf(tx.now)
  return rows.map((row) => personLine(tx.keys, row, today))
}
