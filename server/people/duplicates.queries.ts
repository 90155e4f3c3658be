import { sql } from 'kysely'
import type { DuplicateCheck, DuplicateList } from '#contract/people.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { type Asked, byStrength, duplicateReasons } from './duplicates.ts'
import { idNumberMark, keptKeys, phoneMarks } from './identifiers.rows.ts'
import { readIdentityNumber } from './identity-number.ts'
import { soundsOf } from './name-sounds.ts'
import { idsWithAllParts, idsWithAnyKey } from './people.queries.ts'
import { lineColumns, openSheetFrom, personLine } from './people.rows.ts'
import { phoneKeys } from './person-keys.ts'
import { longestPrefix, queryParts } from './search-keys.ts'

const mostCompared = 300
const mostShown = 10

/** Who in the actor's sight may already be the person about to be recorded. Others are not even counted. */
export async function duplicateCandidates(tx: Transaction, check: DuplicateCheck): Promise<DuplicateList> {
  const today = dayOf(tx.now)
  const { number } = readIdentityNumber(check.idNumber ?? '', today)
  const asked: Asked = {
    name: check.name,
    birthDate: check.birthDate ?? null,
    phoneMarks: phoneMarks(tx.keys, check.phone ?? ''),
    idNumberMark: idNumberMark(tx.keys, number),
  }
  const candidates = (await similarRows(tx, asked, check.phone ?? ''))
    .map((row) => ({ row, reasons: duplicateReasons(asked, { ...openSheetFrom(row), ...marksOf(row) }) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((one, other) => byStrength(one.reasons, other.reasons))
    .slice(0, mostShown)
    .map(({ row, reasons }) => ({ person: personLine(tx.keys, row, today), reasons }))
  tx.saw({ kind: 'person-list', listed: candidates.map(({ person }) => person.id) })
  return { candidates }
}

const marksOf = ({ idNumberMark: mark, phoneMarks: marks }: Pick<Asked, 'idNumberMark' | 'phoneMarks'>) => ({
  idNumberMark: mark,
  phoneMarks: marks,
})

/** People who share the number, a telephone, the written name or its sound; the rule decides which of them count. */
async function similarRows(tx: Transaction, asked: Asked, phone: string) {
  const sounds = soundsOf(asked.name).map((sound) => sound.slice(0, longestPrefix))
  const { agencyId } = tx.actor
  const sameNumber = tx.db
    .selectFrom('people as n')
    .where('n.agencyId', '=', agencyId)
    .where('n.idNumberMark', '=', asked.idNumberMark)
    .select('n.id')
  const similar = idsWithAnyKey(tx, [...sounds, ...keptKeys(tx.keys, phoneKeys(phone))])
    .union(idsWithAllParts(tx, queryParts(asked.name)))
    .union(sameNumber)
  return tx.db
    .selectFrom('people as p')
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .where('p.agencyId', '=', agencyId)
    .where(inSight(tx, 'p'))
    .where('p.id', 'in', similar)
    .select(['p.id', 'p.idNumberMark', 'p.phoneMarks', 'pk.wrapped as wrappedKey'])
    .select(lineColumns.map((column) => `p.${column}` as const))
    .orderBy(sql`p.id_number_mark is distinct from ${asked.idNumberMark}::text`)
    .orderBy(sql`char_length(p.name)`)
    .limit(mostCompared)
    .execute()
}
