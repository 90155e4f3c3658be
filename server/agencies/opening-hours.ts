import type { ContactChannel } from '#contract/codes/index.ts'
import type { Hours, WeeklyHours } from '#contract/settings/index.ts'

/** A moment as the agency's clock shows it. `weekday` 1 is Monday. */
export type ClockTime = Readonly<{ day: string; weekday: number; time: string }>

const within = ({ from, until }: { from: string; until: string }, time: string) =>
  from <= time && time < until

/**
 * Whether somebody answers on this channel at this moment. A day with exceptions has only them; those that name the
 * channel count before those for every channel. A channel without hours is shut.
 */
export function isOpenAt(hours: Hours, channel: ContactChannel, { day, weekday, time }: ClockTime): boolean {
  const ofDay = hours.exceptions.filter((one) => one.day === day)
  const named = ofDay.filter((one) => one.channel === channel)
  const counting = named.length > 0 ? named : ofDay.filter((one) => one.channel === null)
  if (counting.length > 0) return counting.some((one) => one.hours !== null && within(one.hours, time))
  return hours.weekly.some((one) => one.channel === channel && one.weekday === weekday && within(one, time))
}

/** The rows of the week that end before they begin, or overlap another of their channel and day, by their place. */
export function overlapping(weekly: readonly WeeklyHours[]): number[] {
  return weekly.flatMap((one, at) => {
    const earlier = weekly.slice(0, at)
    const meets = earlier.some(
      (other) =>
        other.channel === one.channel &&
        other.weekday === one.weekday &&
        one.from < other.until &&
        other.from < one.until,
    )
    return one.from >= one.until || meets ? [at] : []
  })
}
