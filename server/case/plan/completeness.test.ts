import { describe, expect, test } from 'vitest'
import { unfinishedIn } from './completeness.ts'
import { aGoal, aLongTermGoal, aPlanSheet, aService, aStep } from './plan.factory.ts'

const need = { id: 'b7a6d0f4-6a0f-4b0e-9f61-0c5d2f1d7a11', priority: 'high' }
const sheet = aPlanSheet([need.id])
const [far = aGoal(), near = aGoal()] = sheet.goals
const problems = (but: Partial<typeof sheet>) => unfinishedIn({ ...sheet, ...but }, [need])
const problemsOfNear = (but: Partial<typeof near>) => problems({ goals: [far, { ...near, ...but }] })

test('a plan that is whole has nothing left to do', () => {
  expect(unfinishedIn(sheet, [need])).toEqual([])
})

test('a need of high priority has a goal, or a reason why it has none for now (R-121)', () => {
  const other = { id: '2f3f4a76-54d0-4b7c-8f0e-6a1f4f0a9b22', priority: 'high' }
  const missing = [{ path: 'needs.1', code: 'plan/need-without-goal' }]
  expect(unfinishedIn(sheet, [need, other])).toEqual(missing)
  expect(unfinishedIn(sheet, [need, { ...other, priority: 'medium' }])).toEqual([])
  const unmet = (reason: string) => ({ ...sheet, unmetNeeds: [{ needId: other.id, reason }] })
  expect(unfinishedIn(unmet(' '), [need, other])).toEqual(missing)
  expect(unfinishedIn(unmet('等父母春节回来再一起谈。'), [need, other])).toEqual([])
})

test('what runs beside the main plan says its topic, and begins with a long-term goal (R-128, R-129)', () => {
  const beside = { ...far, trackLink: 'root-cause' as const }
  expect(problems({ goals: [beside, near] })).toEqual([{ path: 'goals.0.trackTopic', code: 'required' }])
  expect(problems({ goals: [{ ...beside, trackTopic: '睡眠' }, near] })).toEqual([])
  expect(problemsOfNear({ trackLink: 'preventive', trackTopic: '睡眠' })).toEqual([
    { path: 'goals.1.trackLink', code: 'plan/no-long-term-goal' },
  ])
})

describe('a goal', () => {
  test('needs all five SMART answers, its indicator, baseline, target and due date (R-118)', () => {
    const smart = near.smart.filter((check) => check !== 'achievable')
    expect(problemsOfNear({ smart })).toEqual([{ path: 'goals.1.smart', code: 'plan/not-smart' }])
    expect(problemsOfNear({ indicator: ' ', baseline: '', target: '', dueOn: null })).toEqual(
      ['indicator', 'baseline', 'target', 'dueOn'].map((field) => ({
        path: `goals.1.${field}`,
        code: 'required',
      })),
    )
  })

  test('of short term leads to a long-term goal, directly or through an intermediate one (R-119, R-120)', () => {
    expect(problemsOfNear({ parentId: null })).toEqual([
      { path: 'goals.1.parentId', code: 'plan/no-long-term-goal' },
    ])
    const middle = aGoal({ term: 'intermediate', parentId: far.id })
    expect(problems({ goals: [far, middle, { ...near, parentId: middle.id }] })).toEqual([])
    expect(problems({ goals: [{ ...far, parentId: near.id }, near] })).toContainEqual({
      path: 'goals.0.parentId',
      code: 'plan/no-long-term-goal',
    })
  })

  test('answers a need, itself or through the goal it leads to (R-121)', () => {
    expect(problemsOfNear({ needIds: [] })).toEqual([])
    const homeless = { ...far, needIds: ['0f0a5a4e-19e1-4c3f-8f6e-7f8f6f1b0a02'] }
    expect(problems({ goals: [homeless, { ...near, needIds: [] }] })).toEqual([
      { path: 'needs.0', code: 'plan/need-without-goal' },
      { path: 'goals.0.needIds', code: 'plan/no-need' },
      { path: 'goals.1.needIds', code: 'plan/no-need' },
    ])
  })

  test('has five levels that differ, and a weight (R-123)', () => {
    expect(problemsOfNear({ weight: 0 })).toEqual([{ path: 'goals.1.weight', code: 'plan/no-weight' }])
    expect(problemsOfNear({ gasLevels: ['一', '', '三', '四', '五'] })).toEqual([
      { path: 'goals.1.gasLevels.1', code: 'required' },
    ])
    expect(problemsOfNear({ gasLevels: ['一', '一 ', '三', '四', '五'] })).toEqual([
      { path: 'goals.1.gasLevels', code: 'plan/levels-alike' },
    ])
  })

  test('of long term may leave its measure to the nearer goals, but not half of it', () => {
    const half = aLongTermGoal({
      id: far.id,
      needIds: [need.id],
      weight: 1,
      gasLevels: ['一', '二', '三', '四', ''],
    })
    expect(problems({ goals: [half, near] })).toEqual([{ path: 'goals.0.gasLevels.4', code: 'required' }])
  })

  test('is due while the plan runs and not after the goal it leads to (R-145)', () => {
    expect(problemsOfNear({ dueOn: '2026-03-01' })).toEqual([
      { path: 'goals.1.dueOn', code: 'plan/outside-the-plan' },
    ])
    expect(problems({ goals: [{ ...far, dueOn: '2026-04-01' }, near] })).toEqual([
      { path: 'goals.1.dueOn', code: 'plan/after-its-long-term-goal' },
    ])
  })
})

test('a service stands under a goal and says how, how often, how long and where (R-124, R-126)', () => {
  expect(problems({ services: [aService([])] })).toEqual([
    { path: 'services.0.goalIds', code: 'plan/no-goal' },
  ])
  const silent = aService([near.id], { form: '', frequency: '', duration: '', place: '' })
  expect(problems({ services: [silent] }).map(({ path }) => path)).toEqual([
    'services.0.form',
    'services.0.frequency',
    'services.0.duration',
    'services.0.place',
  ])
})

test('a step has an owner, a deadline and an outcome; the client’s own also plain words (R-130, R-131)', () => {
  const bare = aStep(near.id, { responsible: null, dueOn: null, expectedOutcome: '' })
  expect(problems({ steps: [bare] }).map(({ path }) => path)).toEqual([
    'steps.0.responsible',
    'steps.0.dueOn',
    'steps.0.expectedOutcome',
  ])
  expect(problems({ steps: [aStep(near.id, { instructions: '' })] })).toEqual([
    { path: 'steps.0.instructions', code: 'required' },
  ])
  const elsewhere = aStep(near.id, { responsible: 'other-agency', responsibleName: '' })
  expect(problems({ steps: [elsewhere] })).toEqual([{ path: 'steps.0.responsibleName', code: 'required' }])
})

test('the dates of a plan agree with each other (R-145)', () => {
  expect(problems({ endsOn: '2026-03-01', reviewOn: '2026-03-09' })).toContainEqual({
    path: 'endsOn',
    code: 'plan/ends-before-it-starts',
  })
  expect(problems({ reviewOn: '2027-01-01' })).toEqual([{ path: 'reviewOn', code: 'plan/outside-the-plan' }])
})

test('an empty plan names every section it lacks (R-127, R-137)', () => {
  const empty = {
    strategy: '',
    rationale: '',
    participation: '',
    evaluationWay: '',
    clientDuties: '',
    agencyDuties: '',
  }
  const named = problems({ ...empty, methods: [], risks: [], goals: [], services: [], steps: [] })
  expect(named.map(({ path }) => path)).toEqual([
    'needs.0',
    'goals',
    'services',
    'steps',
    'strategy',
    'methods',
    'rationale',
    'participation',
    'evaluationWay',
    'clientDuties',
    'agencyDuties',
    'risks',
  ])
})
