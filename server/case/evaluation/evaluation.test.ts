import { expect, test } from 'vitest'
import type { EvaluationSheet } from '#contract/case/evaluation.ts'
import type { EvaluationConclusion, EvaluationKind, Stage } from '#contract/codes/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { aGoalRating, anEvaluatedGoal, anEvaluationSheet } from './evaluation.factory.ts'
import { attainmentOf, type Evaluation, refuseUnlessSignable, stageAfter } from './evaluation.ts'
import { satisfactionScore } from './satisfaction.ts'

const today = '2026-03-02'

const anEvaluation = (sheet: Partial<EvaluationSheet> = {}, kind: EvaluationKind = 'outcome'): Evaluation => {
  const goals = [
    anEvaluatedGoal(),
    anEvaluatedGoal({ term: 'long-term', weight: 0, gasLevels: ['', '', '', '', ''] }),
  ]
  const goalRatings = goals.slice(0, 1).map(({ id }) => aGoalRating(id, 0))
  return {
    id: 'e',
    caseId: 'c',
    kind,
    state: 'draft',
    sheet: anEvaluationSheet({ goalRatings, ...sheet }),
    goals,
    authorId: 'w',
    signedBy: null,
    version: 1,
  }
}

function missingIn(evaluation: Evaluation) {
  try {
    refuseUnlessSignable(evaluation, today)
    return []
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return refusal.fields.map(({ path, code }) => `${path} ${code}`)
  }
}

/** Goals and ratings with the weights, baseline and result of a vector. */
function vector(weights: readonly number[], baseline: readonly number[], result: readonly (number | null)[]) {
  const goals = weights.map((weight, at) => anEvaluatedGoal({ weight, baselineLevel: baseline[at] ?? -1 }))
  return { goals, ratings: goals.map(({ id }, at) => aGoalRating(id, result[at] ?? null)) }
}

test('a whole evaluation can be signed; a long-term goal without a scale needs no rating', () => {
  expect(missingIn(anEvaluation())).toEqual([])
})

test.each<[string, Partial<EvaluationSheet>, string[]]>([
  ['a day that has not come', { heldOn: '2026-03-03' }, ['heldOn in-the-future']],
  [
    'no day, nobody, no method',
    { heldOn: null, subjects: [], methods: [] },
    ['heldOn required', 'subjects required', 'methods required'],
  ],
  ['family without the client’s consent', { subjects: ['client', 'family'] }, ['othersConsented required']],
  ['no conclusion', { conclusion: null }, ['conclusion required']],
  ['no lessons', { lessons: ' ' }, ['lessons required']],
])('%s is named when signing', (_, but, missing) => {
  expect(missingIn(anEvaluation(but))).toEqual(missing)
})

test('a goal is rated, or it is said why not', () => {
  const whole = anEvaluation()
  const [goal] = whole.goals
  const id = goal?.id ?? ''
  expect(missingIn({ ...whole, sheet: anEvaluationSheet() })).toEqual([`goalRatings.${id} required`])
  const said = anEvaluationSheet({ goalRatings: [aGoalRating(id, null, null, '学校没有给出勤表')] })
  expect(missingIn({ ...whole, sheet: said })).toEqual([])
})

test('where a goal fell short the gap is named with a measure', () => {
  const whole = anEvaluation()
  const id = whole.goals[0]?.id ?? ''
  const short = { goalRatings: [aGoalRating(id, -1)] }
  expect(missingIn({ ...whole, sheet: anEvaluationSheet(short) })).toEqual(['gaps required'])
  const gap = {
    id: 'g',
    planned: '',
    actual: '一周只到一次',
    cause: '',
    measure: '改为同学来接',
    owner: '',
    dueOn: null,
  }
  expect(missingIn({ ...whole, sheet: anEvaluationSheet({ ...short, gaps: [gap] }) })).toEqual([])
})

test('a process evaluation asks for nothing of the outcome', () => {
  expect(missingIn(anEvaluation({ goalRatings: [], lessons: '' }, 'process'))).toEqual([])
})

test.each([
  { w: [1, 1, 1], x: [1, 0, 2], t: 63.693 },
  { w: [3, 2, 1], x: [1, 0, -1], t: 54.407 },
  { w: [5], x: [1], t: 60 },
  { w: [1], x: [-2], t: 30 },
  { w: [1, 1, 1], x: [2, 2, 2], t: 77.386 },
])('weights $w rated $x attain T = $t', ({ w, x, t }) => {
  const { goals, ratings } = vector(w, [], x)
  expect(attainmentOf(goals, ratings).t).toBeCloseTo(t, 3)
})

test('the change is counted from the baseline of the same goals', () => {
  const { goals, ratings } = vector([3, 2, 1], [-1, -1, -1], [1, 0, -1])
  const { baseline, change } = attainmentOf(goals, ratings)
  expect(baseline).toBeCloseTo(36.78, 3)
  expect(change).toBeCloseTo(17.626, 3)
  const half = vector([1, 1], [-2, -1], [0, null])
  expect(attainmentOf(half.goals, half.ratings)).toMatchObject({
    t: 50,
    baseline: 30,
    change: 20,
    rated: 1,
    set: 2,
  })
})

test('nothing rated gives no score; the client’s own view gives one of its own', () => {
  const { goals } = vector([1], [], [])
  expect(attainmentOf(goals, [])).toEqual({
    t: null,
    baseline: null,
    change: null,
    clientT: null,
    rated: 0,
    set: 1,
  })
  const id = goals[0]?.id ?? ''
  expect(attainmentOf(goals, [aGoalRating(id, null, 2)])).toMatchObject({ t: null, clientT: 70 })
})

test.each<[EvaluationConclusion, Stage, Stage | null]>([
  ['continue', 'delivery', null],
  ['continue', 'evaluation', 'delivery'],
  ['refer', 'evaluation', 'delivery'],
  ['adjust', 'delivery', 'plan'],
  ['adjust', 'closing', 'delivery'],
  ['close', 'evaluation', 'closing'],
  ['close', 'closing', null],
])('to %s from %s leads to %s', (conclusion, now, next) => {
  expect(stageAfter(conclusion, now)).toBe(next)
})

test('satisfaction is the mean of what was answered, times twenty', () => {
  expect(satisfactionScore({ respect: 5, helpfulness: 4, overall: 5 })).toBeCloseTo(93.333, 3)
  expect(satisfactionScore({ overall: 1 })).toBe(20)
  expect(satisfactionScore({})).toBeNull()
})
