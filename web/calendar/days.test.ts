import { expect, test } from 'vitest'
import { dayAfter, daysShown, mondayOf } from './days.ts'

test('a week begins on Monday, over the ends of months and years', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(mondayOf('2026-11-30')).toBe('2026-11-30')
  expect(daysShown('2027-01-01', 'week')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ])
  expect(daysShown('2027-01-01', 'day')).toEqual(['2027-01-01'])
  expect(dayAfter('2028-02-28', 2)).toBe('2028-03-01')
})
