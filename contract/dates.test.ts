import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { Day, Moment } from './dates.ts'

const messageOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message

test.each(['1850-01-01', '1900-02-28', '2000-02-29', '2024-02-29', '2026-12-31', '2200-12-31'])(
  'the day %s exists',
  (day) => {
    expect(Day.parse(day)).toBe(day)
  },
)

test.each([
  ['2026-02-30', 'date/not-a-day'],
  ['2026-02-29', 'date/not-a-day'],
  ['1900-02-29', 'date/not-a-day'],
  ['2100-02-29', 'date/not-a-day'],
  ['2026-04-31', 'date/not-a-day'],
  ['2026-13-01', 'date/not-a-day'],
  ['2026-00-10', 'date/not-a-day'],
  ['2026-01-00', 'date/not-a-day'],
  ['2026-1-1', 'date/not-a-day'],
  ['26-01-01', 'date/not-a-day'],
  [' 2026-01-01', 'date/not-a-day'],
  ['2026-01-01\n', 'date/not-a-day'],
  ['2026-01-01T00:00:00Z', 'date/not-a-day'],
  ['２０２６-０１-０１', 'date/not-a-day'],
  ['infinity', 'date/not-a-day'],
  ['', 'date/not-a-day'],
  ['+02026-01-01', 'date/not-a-day'],
  ['1849-12-31', 'date/out-of-range'],
  ['2201-01-01', 'date/out-of-range'],
  ['0000-01-01', 'date/out-of-range'],
])('%j is refused with %s', (text, problem) => {
  expect(messageOf(Day, text)).toBe(problem)
})

test.each([
  '2026-03-09T14:30:00+08:00',
  '2026-03-09T14:30Z',
  '2024-02-29T23:59:59.999999Z',
  '2026-03-09T00:00:00-09:30',
  '2026-03-09T00:00:00+14:00',
])('the moment %s is passed on as it came', (moment) => {
  expect(Moment.parse(moment)).toBe(moment)
  expect(Number.isNaN(Date.parse(moment))).toBe(false)
})

test.each([
  ['2026-03-09T14:30:00', 'date/not-a-moment'],
  ['2026-03-09 14:30:00Z', 'date/not-a-moment'],
  ['2026-02-29T14:30:00Z', 'date/not-a-moment'],
  ['2026-03-09T24:00:00Z', 'date/not-a-moment'],
  ['2026-03-09T23:59:60Z', 'date/not-a-moment'],
  ['2026-03-09T10:00:00+16:00', 'date/not-a-moment'],
  ['2026-03-09T10:00:00+14:30', 'date/not-a-moment'],
  ['2026-03-09', 'date/not-a-moment'],
  ['2026-03-09T10:00:00ZT', 'date/not-a-moment'],
  ['now', 'date/not-a-moment'],
  ['1700-03-09T10:00:00Z', 'date/out-of-range'],
  // What is read back is the same moment in UTC: it must still be one that is let in.
  ['2200-12-31T23:00:00-03:00', 'date/out-of-range'],
  ['2200-12-31T23:59:59.999999999Z', 'date/out-of-range'],
  ['1850-01-01T05:00:00+08:00', 'date/out-of-range'],
])('%j is refused with %s', (text, problem) => {
  expect(messageOf(Moment, text)).toBe(problem)
})

test('every day the calendar knows between 1850 and 2200 is accepted', () => {
  const range = { min: new Date('1850-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(range), (date) => {
      expect(Day.safeParse(date.toISOString().slice(0, 10)).success).toBe(true)
      expect(Moment.safeParse(date.toISOString()).success).toBe(true)
    }),
  )
})
