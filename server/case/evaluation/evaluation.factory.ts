import { randomUUID } from 'node:crypto'
import {
  type EvaluatedGoal,
  type EvaluationSheet,
  EvaluationView,
  type RecordSatisfaction,
} from '#contract/case/evaluation.ts'
import type { EvaluationKind } from '#contract/codes/index.ts'
import { anActivePlan } from '#server/case/plan/plan.factory.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

const good = { rating: 4, evidence: '出勤登记与见面记录' }
const change = (before: string, after: string) => ({ before, after, rating: 4 })

/** An evaluation of the outcome that can be signed once its goals are rated. Say only what matters to your test. */
export const anEvaluationSheet = (but: Partial<EvaluationSheet> = {}): EvaluationSheet => ({
  heldOn: '2026-03-02',
  subjects: ['client', 'worker'],
  othersConsented: false,
  methods: ['self-statement', 'scale'],
  processRatings: { execution: good, suitability: good, participation: good, 'stage-progress': good },
  outcomeRatings: {
    'goal-attainment': change('', ''),
    'problem-improvement': change('两个月没有上学', '每周到校四个半天'),
    'ability-improvement': change('不敢开口', '能向班主任说出害怕的事'),
    satisfaction: change('', ''),
  },
  appraisal: { feasibility: good, fit: good, 'client-change': good },
  goalRatings: [],
  gaps: [],
  lessons: '从他喜欢的美术课开始，比讲道理有用。',
  conclusion: 'close',
  ...but,
})

/** A goal as it is evaluated, with its scale. */
export const anEvaluatedGoal = (but: Partial<EvaluatedGoal> = {}): EvaluatedGoal => ({
  id: randomUUID(),
  term: 'short-term',
  statement: '每周到校三个半天',
  indicator: '班主任登记的半天数',
  weight: 1,
  baselineLevel: -1,
  gasLevels: ['0', '1', '3', '4', '5'],
  ...but,
})

/** What a worker and the client say of one goal. */
export const aGoalRating = (
  goalId: string,
  level: number | null,
  clientLevel: number | null = null,
  evidence = '',
) => ({
  goalId,
  level,
  clientLevel,
  evidence,
})

type Kind = Readonly<{ kind: EvaluationKind }>

/** An evaluation of the active plan, its first weighed goal rated, not yet signed. */
export async function aDraftEvaluation(
  world: World,
  worker: TestWorker,
  caseId: string,
  { kind = 'outcome', ...but }: Partial<EvaluationSheet & Kind> = {},
) {
  const id = randomUUID()
  const path = `/cases/${caseId}/evaluations/${id}`
  const opened = await world.as(worker).post(`/cases/${caseId}/evaluations`, { id, kind })
  const goals = EvaluationView.parse(opened.body).goals.filter(({ weight }) => weight > 0)
  const sheet = anEvaluationSheet({
    goalRatings: goals.map((goal) => aGoalRating(goal.id, 1, 0, '四月出勤表')),
    ...but,
  })
  const saved = await world.as(worker).put(path, sheet, { version: 1 })
  return { id, path, sheet, version: Number(saved.body['version']) }
}

/** A case in delivery with its plan active, and a signed evaluation of its outcome: it now stands in closing. */
export async function anEvaluatedCase(world: World, worker: TestWorker, but: Partial<EvaluationSheet> = {}) {
  const place = await anActivePlan(world, worker)
  const draft = await aDraftEvaluation(world, worker, place.caseId, but)
  await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  return { caseId: place.caseId, clientId: place.clientId, evaluationId: draft.id }
}

/** An answered survey. */
export const aSurvey = (but: Partial<RecordSatisfaction> = {}): RecordSatisfaction => ({
  id: randomUUID(),
  mode: 'other-staff',
  givenOn: '2026-03-02',
  answers: { respect: 5, helpfulness: 4, overall: 5 },
  wouldReturn: true,
  comment: '',
  ...but,
})
