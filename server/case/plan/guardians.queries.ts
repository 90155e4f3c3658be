import type { Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { isMinorOn, needsGuardian } from '#server/people/legal-capacity.ts'
import { birthDatePrecision, legalCapacity } from '#contract/codes/index.ts'

/** Who must confirm beside this person, and who is recorded as guardian. */
export async function confirmationNeedOf(tx: Transaction, personId: string) {
  const { agencyId } = tx.actor
  const person = await tx.db
    .selectFrom('people')
    .select(['birthDate', 'birthPrecision', 'legalCapacity'])
    .where('agencyId', '=', agencyId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const guardians = await tx.db
    .selectFrom('relations as r')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'r.agencyId').onRef('p.id', '=', 'r.relativeId'),
    )
    .where('r.agencyId', '=', agencyId)
    .where('r.personId', '=', personId)
    .where('r.guardian', '=', true)
    .where('r.endedAt', 'is', null)
    .select(['p.id', 'p.name', 'r.kind'])
    .orderBy('r.recordedAt')
    .execute()
  const today = dayOf(tx.now)
  const birth =
    person.birthDate === null
      ? null
      : { date: person.birthDate, precision: birthDatePrecision.schema.parse(person.birthPrecision) }
  const assessed = legalCapacity.schema.parse(person.legalCapacity)
  return {
    needsGuardian: needsGuardian(today, { birth, livesOnOwnWork: false, assessed }),
    isMinor: isMinorOn(today, birth),
    guardians,
  }
}
