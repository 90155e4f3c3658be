import { birthDatePrecision } from '#contract/codes/index.ts'
import type { PersonSheet, PersonWarning } from '#contract/people.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { OpenSheet } from './identifiers.ts'
import { maskedIdentityNumber, readIdentityNumber } from './identity-number.ts'
import { ageRangeOn, type Birth, type CapacityFacts, needsGuardianForData } from './legal-capacity.ts'

/** A person in the records, as most rules need them: their identifiers stay sealed. */
export type Person = Readonly<{ id: string; sheet: OpenSheet; version: number }>

/** A person with everything that is known of them. */
export type WholePerson = Readonly<{ id: string; sheet: PersonSheet; version: number }>

/**
 * The sheet as it is kept: an identity number in its 18 characters, everything else bit for bit. A number that comes
 * back masked, as it was shown, is the one that is `known` already.
 */
export function checkedSheet(sheet: PersonSheet, today: Day, known: string | null = null): PersonSheet {
  if (sheet.birthDate !== null && sheet.birthDate > today)
    refuseField('people/born-in-the-future', 'birthDate')
  const unchanged = known !== null && sheet.idNumber === maskedIdentityNumber(known)
  return { ...sheet, idNumber: unchanged ? known : keptIdNumber(sheet.idNumber, today) }
}

/** The sheet as a screen gets it: the identity number masked, because few who open the sheet need it. */
export const shownSheet = (sheet: PersonSheet): PersonSheet => ({
  ...sheet,
  idNumber: sheet.idNumber === null ? null : maskedIdentityNumber(sheet.idNumber),
})

/** Refuses a number that cannot be one; none at all is fine, for people without papers are served too. */
function keptIdNumber(typed: string | null, today: Day): string | null {
  if (typed === null || !/\S/u.test(typed)) return null
  const { number, problem } = readIdentityNumber(typed, today)
  if (problem) refuseField(problem, 'idNumber')
  return number
}

function refuseField(code: Refusal['code'], path: string): never {
  throw new Refusal(code, {}, [{ path, code }])
}

/** When the person was born, as far as it is known. */
export const birthOf = ({
  birthDate,
  birthPrecision,
}: Pick<OpenSheet, 'birthDate' | 'birthPrecision'>): Birth | null =>
  birthDate === null ? null : { date: birthDate, precision: birthPrecision }

/** The age on a day, or null when nothing is known of the birth. */
export function ageOf(sheet: Pick<OpenSheet, 'birthDate' | 'birthPrecision'>, today: Day) {
  const birth = birthOf(sheet)
  return birth && ageRangeOn(today, birth)
}

/** What legal capacity follows from. Own work is not recorded yet and counts as no. */
export const capacityFactsOf = (sheet: OpenSheet): CapacityFacts => ({
  birth: birthOf(sheet),
  livesOnOwnWork: false,
  assessed: sheet.legalCapacity === 'full' ? null : sheet.legalCapacity,
})

/** What does not fit together in a sheet: shown beside it, never in the way. */
export function warningsOf(sheet: PersonSheet, today: Day): PersonWarning[] {
  if (sheet.idNumber === null) return []
  const said = readIdentityNumber(sheet.idNumber, today)
  const exact = sheet.birthDate !== null && sheet.birthPrecision === 'day'
  const knowsSex = sheet.sex === '1' || sheet.sex === '2'
  return [
    ...said.warnings,
    ...(exact && said.birthDate !== sheet.birthDate ? ['identity-number/birth-date-differs' as const] : []),
    ...(knowsSex && said.sex !== sheet.sex ? ['identity-number/sex-differs' as const] : []),
  ]
}

/** Whether somebody, as the database has them, is or may be under 14 on a day: then everything about them is sensitive. */
export const mayBeUnder14 = (
  day: Day,
  { birthDate, birthPrecision }: Readonly<{ birthDate: string | null; birthPrecision: string }>,
): boolean =>
  needsGuardianForData(
    day,
    birthOf({ birthDate, birthPrecision: birthDatePrecision.schema.parse(birthPrecision) }),
  )
