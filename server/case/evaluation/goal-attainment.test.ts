import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { goalAttainmentScore, type RatedGoal, shown } from './goal-attainment.ts'

const goals = (weights: readonly number[], levels: readonly (number | null)[]): RatedGoal[] =>
  weights.map((weight, at) => ({ weight, level: levels[at] ?? null }))

test.each([
  { w: [1], x: [1], t: 60 },
  { w: [5], x: [1], t: 60 },
  { w: [1], x: [-2], t: 30 },
  { w: [1, 1, 1], x: [-1, 0, 1], t: 50 },
  { w: [1, 1, 1], x: [1, 0, 2], t: 63.693 },
  { w: [3, 2, 1], x: [1, 0, -1], t: 54.407 },
  { w: [3, 2, 1], x: [-1, -1, -1], t: 36.78 },
  { w: [1, 1, 1], x: [2, 2, 2], t: 77.386 },
])('weights $w with levels $x score $t', ({ w, x, t }) => {
  expect(goalAttainmentScore(goals(w, x)).t).toBeCloseTo(t, 3)
})

test.each([
  { n: 1, row: [30, 40, 50, 60, 70] },
  { n: 2, row: [25.19, 37.6, 50, 62.4, 74.81] },
  { n: 3, row: [22.61, 36.31, 50, 63.69, 77.39] },
  { n: 4, row: [20.98, 35.49, 50, 64.51, 79.02] },
  { n: 5, row: [19.85, 34.92, 50, 65.08, 80.15] },
])('$n equal goals at one level score $row', ({ n, row }) => {
  row.forEach((t, at) => {
    const { t: score } = goalAttainmentScore(Array.from({ length: n }, () => ({ weight: 1, level: at - 2 })))
    expect(score).toBeCloseTo(t, 2)
  })
})

test('the change between baseline and outcome is kept unrounded', () => {
  const before = goalAttainmentScore(goals([3, 2, 1], [-1, -1, -1])).t
  const after = goalAttainmentScore(goals([3, 2, 1], [1, 0, -1])).t
  expect(after - before).toBeCloseTo(17.626, 3)
  expect(after).toBe(50 + 20 / Math.sqrt(0.7 * 14 + 0.3 * 36))
})

test('goals without a rating are counted and left out; weight 0 is not counted', () => {
  expect(goalAttainmentScore(goals([1, 3, 0], [1, null, -2]))).toEqual({ t: 60, rated: 1, set: 2 })
})

test('another correlation can be assumed', () => {
  expect(goalAttainmentScore(goals([1, 1], [2, 2]), 0).t).toBeCloseTo(50 + 40 / Math.sqrt(2), 10)
  expect(goalAttainmentScore(goals([1, 1], [2, 2]), 0.999).t).toBeCloseTo(70.005, 3)
})

test.each([
  { why: 'goal-attainment/no-goal', list: [] },
  { why: 'goal-attainment/no-goal', list: goals([0, 0], [1, 1]) },
  { why: 'goal-attainment/nothing-rated', list: goals([1, 2], [null, null]) },
  { why: 'goal-attainment/level', list: goals([1], [3]) },
  { why: 'goal-attainment/level', list: goals([1], [-3]) },
  { why: 'goal-attainment/level', list: goals([1], [-0.5]) },
  { why: 'goal-attainment/level', list: goals([0], [7]) },
  { why: 'goal-attainment/level', list: goals([1], [Number.NaN]) },
  { why: 'goal-attainment/weight', list: goals([-1], [0]) },
  { why: 'goal-attainment/weight', list: goals([Number.NaN], [0]) },
  { why: 'goal-attainment/weight', list: goals([Infinity], [0]) },
])('no score for $list: $why', ({ why, list }) => {
  expect(() => goalAttainmentScore(list)).toThrow(why)
})

test.each([-0.1, 1, 1.5, Number.NaN])('a correlation of %d is refused', (rho) => {
  expect(() => goalAttainmentScore(goals([1], [0]), rho)).toThrow('goal-attainment/rho')
})

test('people see one decimal', () => {
  expect(shown(63.692_9)).toBe(63.7)
  expect(shown(50)).toBe(50)
  expect(shown(36.78)).toBe(36.8)
})

const weight = fc.integer({ min: 1, max: 9 })
const level = fc.integer({ min: -2, max: 2 })
const someGoals = fc.array(fc.record({ weight, level }), { minLength: 1, maxLength: 12 })

test('scaling all weights by one constant changes nothing', () => {
  fc.assert(
    fc.property(someGoals, fc.double({ min: 1e-200, max: 1e200, noNaN: true }), (list, constant) => {
      const scaled = list.map((goal) => ({ ...goal, weight: goal.weight * constant }))
      expect(goalAttainmentScore(scaled).t).toBeCloseTo(goalAttainmentScore(list).t, 9)
    }),
  )
})

test('a score never leaves 13.49 … 86.51', () => {
  fc.assert(
    fc.property(someGoals, (list) => {
      const { t } = goalAttainmentScore(list)
      expect(Math.abs(t - 50)).toBeLessThan(20 / Math.sqrt(0.3))
    }),
  )
})

test('turning every level round mirrors the score about 50', () => {
  fc.assert(
    fc.property(someGoals, (list) => {
      const mirrored = list.map((goal) => ({ ...goal, level: -goal.level }))
      expect(goalAttainmentScore(mirrored).t + goalAttainmentScore(list).t).toBeCloseTo(100, 9)
    }),
  )
})

test('a better level never lowers the score', () => {
  fc.assert(
    fc.property(someGoals, (list) => {
      const better = list.map((goal, at) => (at === 0 ? { ...goal, level: 2 } : goal))
      expect(goalAttainmentScore(better).t).toBeGreaterThanOrEqual(goalAttainmentScore(list).t)
    }),
  )
})
