import { expect, test } from 'vitest'
import { fromLocalInput, toLocalInput, todayHere } from './moment.ts'

test('a moment typed here and shown again is the same wall-clock time', () => {
  expect(toLocalInput(fromLocalInput('2026-11-21T14:30'))).toBe('2026-11-21T14:30')
})

test('a typed moment carries its offset and names the same instant', () => {
  const iso = fromLocalInput('2026-07-01T08:05')
  expect(iso).toMatch(/^2026-07-01T08:05:00[+-]\d\d:\d\d$/)
  expect(new Date(iso ?? '').getTime()).toBe(new Date(2026, 6, 1, 8, 5).getTime())
})

test('nothing typed is null, and nonsense shows nothing', () => {
  expect(fromLocalInput('')).toBeNull()
  expect(toLocalInput('not a date')).toBe('')
  expect(toLocalInput(null)).toBe('')
})

test('today is the date on this device, not in Greenwich', () => {
  expect(todayHere(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05')
})
