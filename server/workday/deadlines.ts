import type { Day, Moment } from '#contract/dates.ts'
import { defaultLimits, type LimitName } from '#contract/settings/index.ts'
import { addDays, addMonths, addWorkingDays, type WorkingCalendar } from './working-days.ts'

/** How long something may take: counted in days of one kind or another, or to the hour. */
export type DaySpan =
  | { readonly workingDays: number }
  | { readonly days: number }
  | { readonly months: number }
export type HourSpan = { readonly hours: number }

/** What a deadline is counted from. */
export type Anchor =
  | 'inquiry-received'
  | 'referral-received'
  | 'danger-known'
  | 'case-accepted'
  | 'assessment-confirmed'
  | 'service-given'
  | 'last-contact'
  | 'plan-active'
  | 'case-closed'
  | 'last-supervision'

export type Deadline<Span extends DaySpan | HourSpan> = {
  readonly from: Anchor
  readonly span: Span
  /** The requirement that asks for a limit; the number itself is a parameter of the agency. */
  readonly rule: string
}

/** The last day of a span of days. The first day does not count, as in art. 201 of the Civil Code. */
export function dueAfter(start: Day, span: DaySpan, calendar: WorkingCalendar = {}): Day {
  if ('workingDays' in span) return addWorkingDays(start, span.workingDays, calendar)
  return 'days' in span ? addDays(start, span.days) : addMonths(start, span.months)
}

/** The end of a span of hours, around the clock, in UTC. */
export function dueAfterHours(start: Moment, { hours }: HourSpan): Moment {
  return new Date(Date.parse(start) + hours * 3_600_000).toISOString()
}

/** Defaults of the product; no standard sets these numbers, so every one is a parameter. */
export const defaultDeadlines = {
  firstContactAfterReferral: { from: 'referral-received', span: { workingDays: 2 }, rule: 'R-077' },
  intakeDecision: { from: 'inquiry-received', span: { workingDays: 5 }, rule: 'R-064' },
  waitingCheckIn: { from: 'inquiry-received', span: { days: 14 }, rule: 'R-064' },
  intakeInterview: { from: 'case-accepted', span: { workingDays: 5 }, rule: 'R-044' },
  assessment: { from: 'case-accepted', span: { workingDays: 15 }, rule: 'R-099' },
  plan: { from: 'assessment-confirmed', span: { workingDays: 10 }, rule: 'R-137' },
  referralReply: { from: 'referral-received', span: { days: 7 }, rule: 'R-075' },
  contact: { from: 'last-contact', span: { days: 30 }, rule: 'R-165' },
  planReview: { from: 'plan-active', span: { days: 90 }, rule: 'R-184' },
  followUpFirst: { from: 'case-closed', span: { months: 1 }, rule: 'R-199' },
  followUpSecond: { from: 'case-closed', span: { months: 3 }, rule: 'R-199' },
  followUpThird: { from: 'case-closed', span: { months: 6 }, rule: 'R-199' },
  supervision: { from: 'last-supervision', span: { months: 1 }, rule: 'R-237' },
} as const satisfies Record<string, Deadline<DaySpan>>

/** Limits that run through nights and holidays. A record is late after the first, alarming after the second. */
export const defaultHourlyDeadlines = {
  crisisReport: { from: 'danger-known', span: { hours: 1 }, rule: 'R-177' },
  record: { from: 'service-given', span: { hours: 24 }, rule: 'R-167' },
  recordAlarm: { from: 'service-given', span: { hours: 72 }, rule: 'R-167' },
} as const satisfies Record<string, Deadline<HourSpan>>

/** The span of a limit that is counted in days of one kind or another, in the agency's own number. */
export function spanOf(name: LimitName, limits: Readonly<Record<LimitName, number>>): DaySpan {
  const value = limits[name]
  const { unit } = defaultLimits[name]
  if (unit === 'working-days') return { workingDays: value }
  return unit === 'months' ? { months: value } : { days: value }
}

/** Days between contacts by intensity of the case, A being the most intensive (R-165; parameter). */
export const defaultContactDays = { a: 7, b: 14, c: 30 } as const

/** Open cases of one worker: a word of warning, and the limit (R-232; parameters). */
export const defaultCaseload = { warning: 20, limit: 30 } as const
