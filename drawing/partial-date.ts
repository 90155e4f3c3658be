/** A date as far as it is known: `1970`, `1970-05` or `1970-05-01`. */
export type PartialDate = string

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u

/** Whether this is a date of the calendar, as far as it goes. */
export function isPartialDate(text: string): boolean {
  const found = shape.exec(text)
  if (!found) return false
  const [, year, month = '01', day = '01'] = found
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}

export const yearOf = (date: PartialDate): string => date.slice(0, 4)

/** `97` of 1997, as genograms write the years of a couple. */
export const shortYearOf = (date: PartialDate): string => date.slice(2, 4)

/** Whether something of this date has happened by a day: a date that is known only in part has, once its year or month begins. */
export const hasComeBy = (date: PartialDate | null, day: PartialDate | null): boolean =>
  date !== null && (day === null || date.slice(0, day.length) <= day.slice(0, date.length))

/** Full years from one date to another; null where a year may be missing. With only the years known, their difference. */
export function fullYears(from: PartialDate | null, to: PartialDate | null): number | null {
  if (from === null || to === null) return null
  const years = Number(yearOf(to)) - Number(yearOf(from))
  const known = Math.min(from.length, to.length)
  const before = known > 4 && to.slice(5, known) < from.slice(5, known)
  const full = years - (before ? 1 : 0)
  return full < 0 ? null : full
}
