import type { BirthDatePrecision, RetentionClass } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { addMonths } from '#server/workday/index.ts'

/**
 * How long a case file is kept. The standard asks for a class and an end and sets no number. Ten and thirty years
 * are the terms of Chinese archives (National Archives Administration, Order No. 8 of 2006); 28 is coming of age and ten
 * years. All are parameters.
 */
export const defaultRetention = { standardYears: 10, longYears: 30, minorUntilAge: 28 } as const
type Retention = { readonly [Term in keyof typeof defaultRetention]: number }

/** What the keeping of a file follows from. A birth date is known only as far as its precision says. */
export type KeepingFacts = Readonly<{
  closedOn: Day
  birth: Readonly<{ date: Day; precision: BirthDatePrecision }> | null
  /** The client was or may have been a minor when the case was closed. */
  wasMinor: boolean
  confidentiality: string
  /** Life or safety was in danger. */
  crisis: boolean
}>

/** The retention class of a file and the day until which it is kept; of two terms the longer one holds. */
export function keepingOf(
  facts: KeepingFacts,
  terms: Retention = defaultRetention,
): { retention: RetentionClass; until: Day } {
  const { closedOn, birth, wasMinor } = facts
  const long = facts.crisis || facts.confidentiality !== 'normal'
  const term = yearsAfter(closedOn, long ? terms.longYears : terms.standardYears)
  const grown = wasMinor && birth ? yearsAfter(latestBirthday(birth), terms.minorUntilAge) : term
  if (long) return { retention: 'long', until: later(term, grown) }
  return { retention: wasMinor ? 'minor' : 'standard', until: later(term, grown) }
}

const yearsAfter = (day: Day, years: number) => addMonths(day, years * 12)
const later = (one: Day, other: Day) => (one > other ? one : other)

/** The last day on which somebody vaguely known may have been born, so that nothing is thrown away too early. */
function latestBirthday({ date, precision }: NonNullable<KeepingFacts['birth']>): Day {
  const year = Number(date.slice(0, 4))
  if (precision === 'day') return date
  if (precision === 'month') return addMonths(`${date.slice(0, 7)}-01`, 1)
  return `${precision === 'year' ? year : year + 1}-12-31`
}
