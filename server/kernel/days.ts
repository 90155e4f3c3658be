import type { Day } from '#contract/dates.ts'

/** Where agencies live until they can say so themselves: days begin and end by this clock. */
export const agencyTimeZone = 'Asia/Shanghai'

const dayIn = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
// Making one costs more than the rest of a view; the agency's is made once.
const agencyDay = dayIn(agencyTimeZone)

/** The day of life on which a moment falls, by the agency's clock. */
export const dayOf = (moment: Date, timeZone = agencyTimeZone): Day =>
  (timeZone === agencyTimeZone ? agencyDay : dayIn(timeZone)).format(moment)

/** The last second of a day by the agency's clock (China keeps UTC+8 all year). */
export const endOfDay = (day: Day) => new Date(`${day}T15:59:59Z`)

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const agencyClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: agencyTimeZone,
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** What the agency's clock and calendar show at a moment; weekday 1 is Monday. */
export function clockOf(moment: Date) {
  const parts = new Map(agencyClock.formatToParts(moment).map(({ type, value }) => [type, value]))
  return {
    day: dayOf(moment),
    weekday: weekdays.indexOf(parts.get('weekday') ?? '') + 1,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  }
}
