import { todayHere } from '#web/ui/index.ts'

const dayInMilliseconds = 86_400_000

/** A day, some days later; both YYYY-MM-DD. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayInMilliseconds).toISOString().slice(0, 10)

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return dayAfter(day, -((weekday + 6) % 7))
}

/** The first moment of a day on this device. */
export function momentAt(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date).toISOString()
}

/** The days that are shown: one, or the seven of its week. */
export const daysShown = (day: string, span: 'day' | 'week'): string[] =>
  span === 'day' ? [day] : Array.from({ length: 7 }, (_, place) => dayAfter(mondayOf(day), place))

/** What begins on a day of this device. */
export const onDay = <Line extends { startsAt: string }>(lines: readonly Line[], day: string): Line[] =>
  lines.filter(({ startsAt }) => todayHere(new Date(startsAt)) === day)
