import type { Day } from '#contract/dates.ts'

/** What differs from Monday to Friday: holidays, and the weekend days worked to make up for them (调休). */
export type WorkingCalendar = {
  readonly holidays?: ReadonlySet<Day>
  readonly extraWorkingDays?: ReadonlySet<Day>
}

export function isWorkingDay(day: Day, { holidays, extraWorkingDays }: WorkingCalendar = {}): boolean {
  if (extraWorkingDays?.has(day)) return true
  const weekday = utc(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays?.has(day)
}

/** The count-th working day after a day; 0 is the day itself or, when it is free, the next working day. */
export function addWorkingDays(day: Day, count: number, calendar: WorkingCalendar = {}): Day {
  requireCount(count)
  let at = count === 0 ? addDays(day, -1) : day
  let left = Math.max(count, 1)
  while (left > 0) {
    at = addDays(at, 1)
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return at
}

/** Working days after `from`, up to and including `until`; 0 when `until` is not later. */
export function workingDaysBetween(from: Day, until: Day, calendar: WorkingCalendar = {}): number {
  let count = 0
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1
  }
  return count
}

/** Calendar days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  const date = utc(day)
  date.setUTCDate(date.getUTCDate() + count)
  return dayOf(date)
}

/** The same day of a later month, or its last day when the month is shorter (Civil Code, art. 202). */
export function addMonths(day: Day, count: number): Day {
  requireCount(count)
  const date = utc(day)
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0))
  const inMonth = Math.min(date.getUTCDate(), lastOfMonth.getUTCDate())
  return dayOf(new Date(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), inMonth)))
}

/** Which day it is at a moment in a place, 'Asia/Shanghai' for example. */
export function dayIn(timeZone: string, moment: Date): Day {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  return new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'iso8601', ...parts }).format(moment)
}

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10)
}

function requireCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`not a count of days: ${count}`)
}
