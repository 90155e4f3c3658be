import { expect, test } from 'vitest'
import { monthSpan } from './month-span.ts'

test('a month begins and ends at midnight of the agency', () => {
  expect(monthSpan('2026-03')).toEqual({
    from: new Date('2026-03-01T00:00:00+08:00'),
    until: new Date('2026-04-01T00:00:00+08:00'),
  })
})

test('after December comes January; February ends with its last day', () => {
  expect(monthSpan('2025-12').until).toEqual(new Date('2026-01-01T00:00:00+08:00'))
  expect(monthSpan('2024-02').until).toEqual(new Date('2024-03-01T00:00:00+08:00'))
})
