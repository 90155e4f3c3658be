import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayIn,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

// 9 March 2026 is a Monday. The National Day week of 2026, worked for on a Saturday.
const calendar = {
  holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
  extraWorkingDays: new Set(['2026-10-10']),
}

test.each([
  ['2026-03-09', 1, '2026-03-10'],
  ['2026-03-09', 5, '2026-03-16'],
  ['2026-03-13', 1, '2026-03-16'],
  ['2026-03-14', 1, '2026-03-16'],
  ['2026-03-15', 5, '2026-03-20'],
  ['2026-03-09', 0, '2026-03-09'],
  ['2026-03-14', 0, '2026-03-16'],
  ['2026-03-09', 15, '2026-03-30'],
  ['2026-12-31', 1, '2027-01-01'],
])('from %s, %i working days end on %s', (start, count, end) => {
  expect(addWorkingDays(start, count)).toBe(end)
})

test.each([
  ['2026-09-30', 1, '2026-10-08'],
  ['2026-10-08', 2, '2026-10-10'],
  ['2026-10-08', 3, '2026-10-12'],
  ['2026-10-01', 0, '2026-10-08'],
])('with holidays, from %s, %i working days end on %s', (start, count, end) => {
  expect(addWorkingDays(start, count, calendar)).toBe(end)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-09', 0, '2026-03-09'],
  ['2028-02-29', 12, '2029-02-28'],
])('from %s, %i months end on %s', (start, count, end) => {
  expect(addMonths(start, count)).toBe(end)
})

test('days run over months and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})

test.each([-1, 1.5, Number.NaN])('%d is not a count of days', (count) => {
  expect(() => addWorkingDays('2026-03-09', count)).toThrow(RangeError)
  expect(() => addMonths('2026-03-09', count)).toThrow(RangeError)
})

test('a moment falls on the day of the place where it is looked at', () => {
  const moment = new Date('2026-03-09T17:30:00Z')
  expect(dayIn('Asia/Shanghai', moment)).toBe('2026-03-10')
  expect(dayIn('UTC', moment)).toBe('2026-03-09')
})

test('adding working days ends on one, and counting them back gives the number', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (start, count) => {
      const end = addWorkingDays(start, count, calendar)
      expect(isWorkingDay(end, calendar)).toBe(true)
      expect(workingDaysBetween(start, end, calendar)).toBe(count)
    }),
  )
})
