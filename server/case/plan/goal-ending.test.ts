import { expect, test } from 'vitest'
import { goalEnds } from './goal-ending.ts'

const goal = (id: string, parentId: string | null = null, baselineLevel = -1) => ({
  id,
  parentId,
  baselineLevel,
})

test.each([
  [2, -1, 'achieved'],
  [0, -1, 'achieved'],
  [0, 0, 'achieved'],
  [-1, -2, 'partly-achieved'],
  [-1, -1, 'not-achieved'],
  [-2, -1, 'not-achieved'],
  [null, -1, 'cancelled'],
] as const)('level %s from %s is %s', (level, baseline, end) => {
  expect(goalEnds([goal('one', null, baseline)], new Map([['one', level]])).get('one')).toBe(end)
})

test.each([
  [[0, 1], 'achieved'],
  [[0, -2], 'partly-achieved'],
  [[1, null], 'partly-achieved'],
  [[-2, null], 'not-achieved'],
  [[null, null], 'cancelled'],
] as const)('a goal without a scale, above goals at %j, is %s', (levels, end) => {
  const goals = [goal('far'), goal('nearer', 'far'), goal('near', 'nearer'), goal('beside', 'far')]
  const found = new Map([
    ['near', levels[0]],
    ['beside', levels[1]],
  ])
  expect(goalEnds(goals, found).get('far')).toBe(end)
})

test('goals that stand under each other in a ring still end', () => {
  const goals = [goal('one', 'two'), goal('two', 'one')]
  expect([...goalEnds(goals, new Map()).values()]).toEqual(['cancelled', 'cancelled'])
})

test('goals whose level nobody evaluated are given up', () => {
  expect(goalEnds([goal('one')], new Map()).get('one')).toBe('cancelled')
})
