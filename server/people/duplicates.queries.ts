import { sql } from 'kysely'
import type { DuplicateCheck, DuplicateList } from '#contract/people.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { type Asked, byStrength, duplicateReasons } from './duplicates.ts'
import { readIdentityNumber } from './identity-number.ts'
import { soundsOf } from './name-sounds.ts'
import { idsWithAllKeys, idsWithAnyKey } from './people.queries.ts'
import { personLine, sheetColumns, sheetFrom } from './people.rows.ts'
import { phoneKeys } from './person-keys.ts'
import { longestPrefix, queryKeys } from './search-keys.ts'

const mostCompared = 300
const mostShown = 10

/** Who in the actor's sight may already be the person about to be recorded. Others are not even counted. */
export async function duplicateCandidates(tx: Transaction, check: DuplicateCheck): Promise<DuplicateList> {
  const today = dayOf(tx.now)
  const asked: Asked = {
    name: check.name,
    birthDate: check.birthDate ?? null,
    phone: check.phone ?? '',
    idNumber: readIdentityNumber(check.idNumber ?? '', today).number,
  }
  const candidates = (await similarRows(tx, asked))
    .map((row) => ({ person: personLine(row, today), reasons: duplicateReasons(asked, sheetFrom(row)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((one, other) => byStrength(one.reasons, other.reasons))
    .slice(0, mostShown)
  tx.saw({ kind: 'person-list', listed: candidates.map(({ person }) => person.id) })
  return { candidates }
}

/** People who share the number, a telephone, the written name or its sound; the rule decides which of them count. */
async function similarRows(tx: Transaction, asked: Asked) {
  const sounds = soundsOf(asked.name).map((sound) => sound.slice(0, longestPrefix))
  const written = queryKeys(asked.name)
  const { agencyId } = tx.actor
  const sameNumber = tx.db
    .selectFrom('people as n')
    .where('n.agencyId', '=', agencyId)
    .where('n.idNumber', '=', asked.idNumber)
    .select('n.id')
  const similar = idsWithAnyKey(tx, [...sounds, ...phoneKeys(asked.phone)])
    .union(idsWithAllKeys(tx, written))
    .union(sameNumber)
  return tx.db
    .selectFrom('people as p')
    .where('p.agencyId', '=', agencyId)
    .where(inSight(tx, 'p'))
    .where('p.id', 'in', similar)
    .select(['p.id', ...sheetColumns.map((column) => `p.${column}` as const)])
    .orderBy(sql`p.id_number is distinct from ${asked.idNumber}::text`)
    .orderBy(sql`char_length(p.name)`)
    .limit(mostCompared)
    .execute()
}
