import { sql } from 'kysely'
import type { DuplicateCheck, DuplicateList } from '#contract/people.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { together } from '#server/platform/database/together.ts'
import { type Asked, byStrength, duplicateReasons } from './duplicates.ts'
import { idNumberMark, keptKeys, phoneMarks } from './identifiers.rows.ts'
import { readIdentityNumber } from './identity-number.ts'
import { misreadings } from './look-alikes.ts'
import { nameForm, soundsOf } from './name-sounds.ts'
import { nearIdNumbers, nearPhoneKeys } from './near-numbers.ts'
import { idsWithAllParts, idsWithAnyKey } from './people.queries.ts'
import { lineColumns, openSheetFrom, personLine } from './people.rows.ts'
import { phoneKeys } from './person-keys.ts'
import { tokenOfSearch } from './sought.ts'
import { longestPrefix, queryParts } from './search-keys.ts'

const mostCompared = 300
const mostBornThatDay = 200
const mostShown = 10

/** Who in the actor's sight may already be the person about to be recorded. Others are not even counted. */
export async function duplicateCandidates(tx: Transaction, check: DuplicateCheck): Promise<DuplicateList> {
  const candidates = await candidatesFor(tx, check)
  tx.saw({ kind: 'person-list', listed: candidates.map(({ person }) => person.id) })
  return { search: tokenOfSearch(tx, check.name), candidates }
}

/** The same without a word of it: what recording somebody asks again, for itself. */
export async function candidatesFor(
  tx: Transaction,
  check: DuplicateCheck,
): Promise<DuplicateList['candidates']> {
  const asked = askedFrom(tx, check)
  const today = dayOf(tx.now)
  return (await similarRows(tx, asked, check.phone ?? ''))
    .map((row) => ({ row, reasons: duplicateReasons(asked, { ...openSheetFrom(row), ...marksOf(row) }) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((one, other) => byStrength(one.reasons, other.reasons))
    .slice(0, mostShown)
    .map(({ row, reasons }) => ({ person: personLine(tx.keys, row, today), reasons }))
}

function askedFrom({ keys, now }: Transaction, check: DuplicateCheck): Asked {
  const today = dayOf(now)
  const { phone = '', idNumber, birthDate = null, name } = check
  const { number } = readIdentityNumber(idNumber ?? '', today)
  return {
    name,
    birthDate,
    phoneMarks: phoneMarks(keys, phone),
    nearPhoneMarks: nearPhoneKeys(phone).map((key) => keys.mark('phone', key)),
    idNumberMark: idNumberMark(keys, number),
    nearIdNumberMarks: nearIdNumbers(idNumber ?? '', today).map((near) => keys.mark('id-number', near)),
  }
}

const marksOf = ({ idNumberMark: mark, phoneMarks: marks }: Pick<Asked, 'idNumberMark' | 'phoneMarks'>) => ({
  idNumberMark: mark,
  phoneMarks: marks,
})

/** People who share a number, or nearly, the written name, its sound, its look, or the birth date; the rule decides which of them count. */
async function similarRows(tx: Transaction, asked: Asked, phone: string) {
  const [similar, born] = await together([
    compared(tx)
      .where('p.id', 'in', similarIds(tx, asked, phone))
      .orderBy(sql`p.id_number_mark is distinct from ${asked.idNumberMark}::text`)
      .orderBy(sql`char_length(p.name)`)
      .limit(mostCompared)
      .execute(),
    asked.birthDate === null
      ? []
      : compared(tx).where('p.birthDate', '=', asked.birthDate).limit(mostBornThatDay).execute(),
  ])
  return [...new Map([...similar, ...born].map((row) => [row.id, row])).values()]
}

function similarIds(tx: Transaction, asked: Asked, phone: string) {
  const sounds = soundsOf(asked.name).map((sound) => sound.slice(0, longestPrefix))
  const numbers = [asked.idNumberMark, ...asked.nearIdNumberMarks].filter((mark) => mark !== null)
  const sameNumber = tx.db
    .selectFrom('people as n')
    .where('n.agencyId', '=', tx.actor.agencyId)
    .where(sql<boolean>`n.id_number_mark = any(${numbers}::text[])`)
    .select('n.id')
  const phones = keptKeys(tx.keys, [...phoneKeys(phone), ...nearPhoneKeys(phone)])
  return idsWithAnyKey(tx, [...sounds, ...misreadNames(asked.name), ...phones])
    .union(idsWithAllParts(tx, queryParts(asked.name)))
    .union(sameNumber)
}

/** A Chinese name of up to four characters is one key, and so is each way in which it may have been misread. */
function misreadNames(name: string): string[] {
  const characters = Array.from(nameForm(name))
  const chinese = characters.every((character) => /\p{Script=Han}/u.test(character))
  return chinese && characters.length >= 2 && characters.length <= 4 ? misreadings(characters) : []
}

const compared = (tx: Transaction) =>
  tx.db
    .selectFrom('people as p')
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .where('p.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'p'))
    .select(['p.id', 'p.idNumberMark', 'p.phoneMarks', 'pk.wrapped as wrappedKey'])
    .select(lineColumns.map((column) => `p.${column}` as const))
