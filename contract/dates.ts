import { z } from 'zod'

/** Why a date is refused; the issue's message is one of these. */
export const dateProblems = ['date/not-a-day', 'date/not-a-moment', 'date/out-of-range'] as const
export type DateProblem = (typeof dateProblems)[number]

// No one we serve was born before, and nothing we plan lies after.
const firstYear = 1850
const lastYear = 2200

/** A day of life, 'YYYY-MM-DD', that exists in the calendar: birthdays, due days, days of service. */
export const Day = z
  .string()
  .superRefine((text, context) => {
    const problem = dayProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
  .meta({ format: 'date', examples: ['2026-03-09'] })
export type Day = z.infer<typeof Day>

/**
 * A moment, ISO 8601 with an offset ('2026-03-09T14:30:00+08:00' or …Z); the text is passed on as it came.
 * Offsets end at ±14:00, the widest in use; PostgreSQL refuses those beyond ±15:59.
 */
export const Moment = z
  .string()
  .superRefine((text, context) => {
    const problem = momentProblem(text)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
  .meta({ format: 'date-time', examples: ['2026-03-09T14:30:00+08:00'] })
export type Moment = z.infer<typeof Moment>

function dayProblem(text: string): DateProblem | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return 'date/not-a-day'
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return 'date/not-a-day'
  return year < firstYear || year > lastYear ? 'date/out-of-range' : null
}

const timeWithOffset =
  /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/

function momentProblem(text: string): DateProblem | null {
  const [day = '', time = '', ...more] = text.split('T')
  if (more.length > 0 || !timeWithOffset.test(time)) return 'date/not-a-moment'
  const problem = dayProblem(day)
  if (problem !== null) return problem === 'date/not-a-day' ? 'date/not-a-moment' : problem
  return isReadable(text) ? null : 'date/out-of-range'
}

/** Whether the moment stays within the years in UTC, as it is read back, rounded to microseconds as PostgreSQL does. */
function isReadable(moment: string): boolean {
  const milliseconds = Date.parse(moment)
  const [, fraction = ''] = /\.(\d+)/.exec(moment) ?? []
  const rounded = fraction.startsWith('999999') ? milliseconds + 1 : milliseconds
  return [milliseconds, rounded].every((one) => {
    const year = new Date(one).getUTCFullYear()
    return year >= firstYear && year <= lastYear
  })
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
}
