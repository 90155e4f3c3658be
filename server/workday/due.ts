import { dayOf, endOfDay } from '#server/kernel/days.ts'
import { type DaySpan, dueAfter } from './deadlines.ts'

/** When work that opens now is due: the end of the last day of its span. */
export const dueAt = (now: Date, span: DaySpan) => endOfDay(dueAfter(dayOf(now), span))
