import type { Month } from '#contract/reporting.ts'

const eightHours = 8 * 3_600_000

/**
 * The moments at which a month begins and has ended, by the agency's clock (China keeps UTC+8 all year).
 * @param month 'YYYY-MM'
 * @returns `from` belongs to the month, `until` no longer does
 */
export function monthSpan(month: Month): Readonly<{ from: Date; until: Date }> {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const first = (months: number) => new Date(Date.UTC(year, number - 1 + months, 1) - eightHours)
  return { from: first(0), until: first(1) }
}
