import type { Day } from '#contract/dates.ts'

/** Where agencies live until they can say so themselves: days begin and end by this clock. */
export const agencyTimeZone = 'Asia/Shanghai'

/** The day of life on which a moment falls, by the agency's clock. */
export const dayOf = (moment: Date, timeZone = agencyTimeZone): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment)

/** The last second of a day by the agency's clock (China keeps UTC+8 all year). */
export const endOfDay = (day: Day) => new Date(`${day}T15:59:59Z`)
