import { birthDatePrecision } from '#contract/codes/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { limitsOn } from '#server/agencies/index.ts'
import type { CaseFile } from '#server/case/lifecycle/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { isMinorOn } from '#server/people/index.ts'
import { keepingOf } from './retention.ts'

/** How long the file of a closed case is kept; null while the case is open. */
export async function keepingIn(tx: Transaction, caseFile: CaseFile) {
  const { clientId, closedAt, confidentiality, emergency } = caseFile
  if (closedAt === null) return null
  const closedOn = dayOf(closedAt)
  const birth = await birthOf(tx, clientId)
  // The terms are those of the day on which the case was closed: the file keeps its own.
  const { keepStandard, keepLong, keepMinorUntilAge } = await limitsOn(tx, closedOn)
  return keepingOf(
    { closedOn, birth, wasMinor: isMinorOn(closedOn, birth), confidentiality, crisis: emergency },
    { standardYears: keepStandard, longYears: keepLong, minorUntilAge: keepMinorUntilAge },
  )
}

async function birthOf(tx: Transaction, personId: string) {
  const person = await tx.db
    .selectFrom('people')
    .select(['birthDate', 'birthPrecision'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person?.birthDate) return null
  return { date: person.birthDate, precision: birthDatePrecision.schema.parse(person.birthPrecision) }
}
