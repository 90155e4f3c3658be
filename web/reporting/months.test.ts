import { expect, test } from 'vitest'
import { monthAway, monthsToChoose } from './months.ts'

test('months go over the end of a year in both directions', () => {
  expect(monthAway('2026-01', -1)).toBe('2025-12')
  expect(monthAway('2025-12', 1)).toBe('2026-01')
})

test('one chooses among this month and two years back, and an older one that is shown stays among them', () => {
  const months = monthsToChoose('2026-03-31', '2020-05')
  expect(months.slice(0, 2)).toEqual(['2026-03', '2026-02'])
  expect(months.slice(-2)).toEqual(['2024-03', '2020-05'])
  expect(monthsToChoose('2026-03-31', '2026-03')).toHaveLength(25)
})
