import { expect, test } from 'vitest'
import { defaultLimits, type LimitName, limitNames } from '#contract/settings/index.ts'
import {
  defaultContactDays,
  defaultDeadlines,
  defaultHourlyDeadlines,
  dueAfter,
  dueAfterHours,
  spanOf,
} from './deadlines.ts'

test.each([
  ['firstContactAfterReferral', '2026-03-11'],
  ['intakeDecision', '2026-03-16'],
  ['intakeInterview', '2026-03-16'],
  ['assessment', '2026-03-30'],
  ['plan', '2026-03-23'],
  ['referralReply', '2026-03-16'],
  ['contact', '2026-04-08'],
  ['planReview', '2026-06-07'],
  ['followUpFirst', '2026-04-09'],
  ['followUpSecond', '2026-06-09'],
  ['followUpThird', '2026-09-09'],
  ['supervision', '2026-04-09'],
] as const)('counted from Monday 9 March 2026, %s is due on %s', (name, day) => {
  expect(dueAfter('2026-03-09', defaultDeadlines[name].span)).toBe(day)
})

test('the proposals that a screen shows are those that count where an agency says nothing', () => {
  const proposed = (name: LimitName) => defaultLimits[name].value
  const limits = Object.fromEntries(limitNames.map((name) => [name, proposed(name)])) as Record<
    LimitName,
    number
  >
  const { contact: _, ...named } = defaultDeadlines
  for (const [name, { span, rule }] of Object.entries(named)) {
    const limit = limitNames.find((one) => one === name)
    expect([name, limit && spanOf(limit, limits), limit && defaultLimits[limit].rule]).toEqual([
      name,
      span,
      rule,
    ])
  }
  const { record, recordAlarm, crisisReport } = defaultHourlyDeadlines
  expect([record, recordAlarm, crisisReport].map(({ span }) => span.hours)).toEqual([
    limits.record,
    limits.recordAlarm,
    limits.crisisReport,
  ])
  expect([limits.contactA, limits.contactB, limits.contactC]).toEqual(Object.values(defaultContactDays))
})

test('a holiday moves a deadline of working days and no other', () => {
  const calendar = { holidays: new Set(['2026-03-10']) }
  expect(dueAfter('2026-03-09', { workingDays: 1 }, calendar)).toBe('2026-03-11')
  expect(dueAfter('2026-03-09', { days: 1 }, calendar)).toBe('2026-03-10')
})

test('hours run around the clock and across offsets', () => {
  const { record, crisisReport } = defaultHourlyDeadlines
  expect(dueAfterHours('2026-03-13T18:00:00+08:00', record.span)).toBe('2026-03-14T10:00:00.000Z')
  expect(dueAfterHours('2026-12-31T23:30:00Z', crisisReport.span)).toBe('2027-01-01T00:30:00.000Z')
})

test('every limit names the requirement that asks for it', () => {
  const limits = [...Object.values(defaultDeadlines), ...Object.values(defaultHourlyDeadlines)]
  for (const { rule } of limits) expect(rule).toMatch(/^R-\d{3}$/)
})

test('the more intensive a case, the closer its contacts', () => {
  expect(defaultContactDays.a).toBeLessThan(defaultContactDays.b)
  expect(defaultContactDays.c).toBe(defaultDeadlines.contact.span.days)
})
