import { expect, test } from 'vitest'
import type { Hours } from '#contract/settings/index.ts'
import { isOpenAt, overlapping } from './opening-hours.ts'
import { isInCatchment, limitOfLevel, outsideScope, unlimited } from './reach.ts'

const hours: Hours = {
  weekly: [
    { channel: 'phone', weekday: 1, from: '09:00', until: '12:00' },
    { channel: 'phone', weekday: 1, from: '14:00', until: '24:00' },
    { channel: 'online', weekday: 1, from: '00:00', until: '24:00' },
  ],
  exceptions: [
    { day: '2026-03-09', channel: null, hours: null, why: '妇女节补休' },
    { day: '2026-03-09', channel: 'phone', hours: { from: '10:00', until: '11:00' }, why: '' },
  ],
}

test.each([
  ['phone', '2026-03-02', 1, '09:00', true],
  ['phone', '2026-03-02', 1, '12:00', false],
  ['phone', '2026-03-02', 1, '23:59', true],
  ['phone', '2026-03-03', 2, '09:00', false],
  ['on-site', '2026-03-02', 1, '09:00', false],
  ['phone', '2026-03-09', 1, '09:30', false],
  ['phone', '2026-03-09', 1, '10:30', true],
  ['online', '2026-03-09', 1, '10:30', false],
] as const)('%s on %s (%i) at %s: %s', (channel, day, weekday, time, open) => {
  expect(isOpenAt(hours, channel, { day, weekday, time })).toBe(open)
})

test('hours of one channel and day do not overlap, and end after they begin', () => {
  const [first, second] = hours.weekly
  expect(first && second && overlapping([first, second])).toEqual([])
  const weekly = [
    { channel: 'phone', weekday: 1, from: '09:00', until: '12:00' },
    { channel: 'phone', weekday: 1, from: '11:59', until: '13:00' },
    { channel: 'phone', weekday: 2, from: '13:00', until: '13:00' },
  ] as const
  expect(overlapping(weekly)).toEqual([1, 2])
})

test('a place is inside by the beginning of its code, outside where none begins so, unknown where it says too little', () => {
  const catchment = { areas: [{ prefix: '620102', name: '城关区' }] }
  expect(
    ['620102', '620102001', '620103', '6201', null].map((code) => isInCatchment(catchment, code)),
  ).toEqual(['inside', 'inside', 'outside', 'unknown', 'unknown'])
  expect(isInCatchment(unlimited.catchment, null)).toBe('inside')
})

test('what is named and does not fit lies outside; what is not known does not', () => {
  const scope = {
    ...unlimited.scope,
    serviceFields: ['mental-health' as const],
    minimumAge: 6,
    maximumAge: 17,
  }
  const who = { serviceFields: ['community-care'], clientGroups: ['elderly'], age: 18 }
  expect(outsideScope(scope, who)).toEqual(['serviceFields', 'age'])
  expect(outsideScope(scope, { serviceFields: [], clientGroups: [], age: null })).toEqual([])
  // An own code fits the code under which it stands, and no other own code of it.
  const asked = (ours: string, theirs: string) => {
    const own = { ...scope, serviceFields: [ours as 'mental-health'] }
    return outsideScope(own, { serviceFields: [theirs], clientGroups: [], age: null }).length
  }
  expect([
    asked('mental-health', 'mental-health.own-1'),
    asked('mental-health.own-1', 'mental-health'),
    asked('mental-health.own-1', 'mental-health.own-2'),
  ]).toEqual([0, 0, 1])
  const capacity = { ...unlimited.capacity, perWorker: { level4: 10, level3: 20, level2: null, level1: 5 } }
  expect([4, 3, 2, 1].map((level) => limitOfLevel(capacity, level))).toEqual([10, 20, null, 5])
})
