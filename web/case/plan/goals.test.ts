import { expect, test } from 'vitest'
import { answeredBy, newGoal, newService, newStep, replaced, withAnswers, withoutGoal } from './goals.ts'

const hasNeed = () => true
const goal = { ...newGoal('short-term', null, ['need']), indicator: '次数', baseline: '0', target: '' }

test('a target completes the measure and ticks it; a due date makes the goal time-bound', () => {
  const measured = withAnswers(goal, { ...goal, target: '3' }, hasNeed)
  expect(measured.smart).toEqual(['measurable', 'relevant'])
  expect(withAnswers(measured, { ...measured, dueOn: '2026-04-30' }, hasNeed).smart).toEqual([
    'measurable',
    'relevant',
    'time-bound',
  ])
})

test('what loses its ground is unticked; what the worker unticked stays so', () => {
  const measured = withAnswers(goal, { ...goal, target: '3' }, hasNeed)
  expect(withAnswers(measured, { ...measured, target: ' ' }, hasNeed).smart).toEqual(['relevant'])
  const doubted = { ...measured, smart: [] }
  expect(withAnswers(doubted, { ...doubted, statement: '每周到校三天' }, hasNeed).smart).toEqual([])
})

test('nothing but a person answers whether a goal is specific and can be reached', () => {
  const whole = { ...goal, statement: '到校', target: '3', dueOn: '2026-04-30' }
  expect(answeredBy(whole, true)).toEqual(['measurable', 'relevant', 'time-bound'])
})

test('a goal that is taken out takes with it what only it needed', () => {
  const far = newGoal('long-term', null, [])
  const near = newGoal('short-term', far, [])
  const other = newGoal('long-term', null, [])
  const shared = { ...newService(near.id, ''), goalIds: [near.id, other.id] }
  const lists = {
    goals: [far, near, other],
    services: [newService(near.id, ''), shared],
    steps: [newStep(near.id), newStep(other.id)],
  }
  const left = withoutGoal(lists, far.id)
  expect(left.goals).toEqual([other])
  expect(left.services).toEqual([{ ...shared, goalIds: [other.id] }])
  expect(left.steps).toEqual([lists.steps[1]])
})

test('rows of one goal are replaced where they stood', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  const rows = [a, b, c].filter((row) => row !== undefined)
  expect(replaced(rows, [{ id: 'b' }], [{ id: 'b' }, { id: 'd' }])).toEqual([a, b, d, c])
  expect(replaced(rows, [], [{ id: 'd' }])).toEqual([a, b, c, d])
})
