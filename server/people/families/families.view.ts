import { familyRelation } from '#contract/codes/index.ts'
import type { FamilyList, FamilyView, ServedFamilyView } from '#contract/families.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { isMinorOn, needsGuardianForData } from '../legal-capacity.ts'
import { lookAtPerson } from '../people.repository.ts'
import { openSheetFrom, personLine } from '../people.rows.ts'
import { birthOf } from '../person.ts'
import { casesOf } from '../person.view.ts'
import {
  familiesAround,
  lookAtCaseOfFamily,
  lookAtFamily,
  membersOf,
  servedFamilyOf,
} from './families.repository.ts'

/** The families of a person, as far as they are seen. */
export async function viewFamiliesOf(tx: Transaction, personId: string): Promise<FamilyList> {
  await lookAtPerson(tx, personId) // 404
  return { families: await familiesAround(tx, { personId }) }
}

/** Which family a case serves. */
export async function viewServed(tx: Transaction, caseId: string): Promise<ServedFamilyView> {
  await lookAtCaseOfFamily(tx, caseId) // 404
  return servedFamilyOf(tx, caseId)
}

/** The family as this reader sees it. */
export async function viewFamily(tx: Transaction, id: string): Promise<FamilyView> {
  const family = await lookAtFamily(tx, id) // 404
  const today = dayOf(tx.now)
  const rows = await membersOf(tx, id)
  const ids = rows.map((row) => row.id)
  return {
    ...family,
    members: rows.map((row) => {
      const birth = birthOf(openSheetFrom(row))
      return {
        id: row.memberId,
        person: personLine(tx.keys, row, today),
        isMinor: isMinorOn(today, birth),
        underFourteen: needsGuardianForData(today, birth),
        part: row.part,
        since: row.since,
        until: row.until,
      }
    }),
    ties: await tiesAmong(tx, ids),
    cases: await casesAmong(tx, id, ids),
    abilities: { change: abilityFor(tx.actor, 'person.change', {}, true) },
  }
}

async function tiesAmong(tx: Transaction, ids: readonly string[]): Promise<FamilyView['ties']> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('relations')
    .select(['personId', 'relativeId', 'kind', 'guardian'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('personId', 'in', ids)
    .where('relativeId', 'in', ids)
    .where('endedAt', 'is', null)
    .orderBy('recordedAt')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, kind: familyRelation.schema.parse(row.kind) }))
}

async function casesAmong(
  tx: Transaction,
  familyId: string,
  ids: readonly string[],
): Promise<FamilyView['cases']> {
  const served = await tx.db
    .selectFrom('familyCases')
    .select('caseId')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('familyId', '=', familyId)
    .execute()
  const serves = new Set(served.map(({ caseId }) => caseId))
  const found = new Map<string, FamilyView['cases'][number]>()
  for (const personId of ids)
    for (const one of await casesOf(tx, personId)) found.set(one.id, { ...one, serves: serves.has(one.id) })
  return [...found.values()]
}
