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
