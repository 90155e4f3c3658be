import type { BirthDatePrecision, LegalCapacity } from '#contract/codes/people.ts'
import type { Day } from '#contract/dates.ts'

/** A birth date as far as it is known; the unknown part of `date` is a placeholder. */
export type Birth = { readonly date: Day; readonly precision: BirthDatePrecision }

/** What a person's legal capacity follows from. */
export type CapacityFacts = {
  readonly birth: Birth | null
  /** A minor of 16 or 17 whose own work is the main source of living (Civil Code, art. 18). */
  readonly livesOnOwnWork: boolean
  /** What an authority or a court has found; null when nobody has looked. */
  readonly assessed: LegalCapacity | null
}

/** Ages in full years. Other countries set other ages, so they are parameters. */
export const civilCodeAges = { limitedFrom: 8, ownConsentFrom: 14, ownWorkFrom: 16, fullFrom: 18 } as const
type Ages = { readonly [Age in keyof typeof civilCodeAges]: number }

/**
 * Capacity for civil acts on a day (R-140, R-296; Civil Code of the PRC, art. 17–24): none under 8, limited
 * from 8, full from 18 or from 16 on own work. A finding can only narrow what the age allows. When the birth
 * date is vague the youngest possible age counts, so that protection never ends too early.
 */
export function legalCapacityOn(day: Day, facts: CapacityFacts, ages: Ages = civilCodeAges): LegalCapacity {
  return narrower(capacityByAge(day, facts, ages), facts.assessed ?? 'full')
}

/** Whether a guardian must confirm beside the person. */
export function needsGuardian(day: Day, facts: CapacityFacts, ages: Ages = civilCodeAges): boolean {
  return legalCapacityOn(day, facts, ages) !== 'full'
}

/**
 * Whether every datum of the person counts as sensitive and only a guardian can consent to its use
 * (R-284; Personal Information Protection Law, art. 28 and 31: under 14).
 */
export function needsGuardianForData(day: Day, birth: Birth | null, ages: Ages = civilCodeAges): boolean {
  return birth !== null && ageRangeOn(day, birth).youngest < ages.ownConsentFrom
}

/** Whether the person is or may be a minor on that day. */
export function isMinorOn(day: Day, birth: Birth | null, ages: Ages = civilCodeAges): boolean {
  return birth !== null && ageRangeOn(day, birth).youngest < ages.fullFrom
}

/**
 * Age in full years; a birthday counts from its first minute. Whoever was born on 29 February turns a year
 * older on 1 March in common years. Negative before birth.
 */
export function ageOn(day: Day, birthDate: Day): number {
  const hadBirthday = day.slice(5) >= birthDate.slice(5)
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (hadBirthday ? 0 : 1)
}

/** The ages a vaguely known person may have; an estimate may be a year out either way. */
export function ageRangeOn(day: Day, birth: Birth): { readonly youngest: number; readonly oldest: number } {
  const year = Number(birth.date.slice(0, 4))
  const span = {
    day: [birth.date, birth.date],
    month: [`${birth.date.slice(0, 7)}-01`, `${birth.date.slice(0, 7)}-31`],
    year: [`${year}-01-01`, `${year}-12-31`],
    estimated: [`${year - 1}-01-01`, `${year + 1}-12-31`],
  } as const
  const [earliest, latest] = span[birth.precision]
  return { youngest: ageOn(day, latest), oldest: ageOn(day, earliest) }
}

function capacityByAge(day: Day, { birth, livesOnOwnWork }: CapacityFacts, ages: Ages): LegalCapacity {
  if (!birth) return 'full'
  const { youngest } = ageRangeOn(day, birth)
  if (youngest >= ages.fullFrom || (livesOnOwnWork && youngest >= ages.ownWorkFrom)) return 'full'
  return youngest >= ages.limitedFrom ? 'limited' : 'none'
}

function narrower(one: LegalCapacity, other: LegalCapacity): LegalCapacity {
  const width = { none: 0, limited: 1, full: 2 } as const
  return width[one] <= width[other] ? one : other
}
