import type { DueItem } from '#contract/workday.ts'
import { daysBetween } from '#web/app/formats.ts'

/** The quiet groups of a day, in the order in which they are read. */
export const dueGroups = ['now', 'overdue', 'today', 'week', 'later'] as const
export type DueGroup = (typeof dueGroups)[number]

const week = 7

/** The group of what is due on a day, seen from today; both YYYY-MM-DD. Danger to a person is always now. */
export function groupOf(emergency: boolean, dueOn: string, today: string): DueGroup {
  if (emergency) return 'now'
  const days = daysBetween(today, dueOn)
  if (days < 0) return 'overdue'
  if (days === 0) return 'today'
  return days <= week ? 'week' : 'later'
}

/** What is due, group by group; empty groups are left out. */
export function grouped(items: readonly DueItem[], dayOf: (moment: string) => string, today: string) {
  return dueGroups
    .map((group) => ({
      group,
      items: items.filter(({ emergency, dueAt }) => groupOf(emergency, dayOf(dueAt), today) === group),
    }))
    .filter(({ items: some }) => some.length > 0)
}
