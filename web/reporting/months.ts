import type { Month } from '#contract/reporting.ts'

/** The month so many months away from one: `monthAway('2026-01', -1)` is '2025-12'. */
export function monthAway(month: Month, months: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The months one may choose from: this one, the two years before it, and the one already chosen; newest first. */
export function monthsToChoose(today: string, chosen: Month): Month[] {
  const near = Array.from({ length: 25 }, (_, back) => monthAway(today.slice(0, 7), -back))
  return [...new Set([chosen, ...near])].toSorted().toReversed()
}
