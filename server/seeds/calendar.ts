import type { Day } from '#contract/dates.ts'
import { dayOf } from '#server/kernel/days.ts'
import { addDays, addWorkingDays, isWorkingDay } from '#server/workday/working-days.ts'

/** The days of the stories, counted in working days from today: −3 is three working days ago, 0 today, 5 a week ahead. */
export type Calendar = Readonly<{
  day: (count: number) => Day
  /** A moment of such a day; minutes are counted from nine in the morning by the agency's clock. */
  moment: (count: number, minute: number) => Date
}>

const minutesOfWork = 540
const nineOClock = 9 * 60

/** The calendar of a first start that happens now. Nothing of today lies ahead, at whatever hour that is. */
export function calendarFrom(now: Date): Calendar {
  const today = dayOf(now)
  const day = (count: number) => (count > 0 ? addWorkingDays(today, count) : workingDaysBack(today, -count))
  return {
    day,
    moment: (count, minute) =>
      count < 0
        ? new Date(Date.parse(`${day(count)}T00:00:00+08:00`) + (nineOClock + minute) * 60_000)
        : new Date(now.getTime() - Math.max(minutesOfWork - minute, 1) * 20_000),
  }
}

function workingDaysBack(today: Day, count: number): Day {
  let day = today
  for (let left = count; left > 0;) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}
