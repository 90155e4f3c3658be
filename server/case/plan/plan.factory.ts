import { randomUUID } from 'node:crypto'
import type {
  GivePlanConfirmation,
  GoalSheet,
  PlanSheet,
  ServiceSheet,
  StepSheet,
} from '#contract/case/plan.ts'
import { aCaseInAssessment, aConfirmedAssessment } from '#server/case/assessment/assessment.factory.ts'
import { aPerson } from '#server/case/intake/inquiry/inquiry.factory.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** A boy goes back to school, half a day at a time. Say only what matters to your test. */
export const aGoal = (but: Partial<GoalSheet> = {}): GoalSheet => ({
  id: randomUUID(),
  parentId: null,
  term: 'short-term',
  needIds: [],
  trackLink: null,
  trackTopic: '',
  statement: '四月底前，小龙每周到校三个半天',
  clientWords: '“先去上美术课。”',
  indicator: '班主任登记的到校半天数',
  baseline: '每周 0 个半天',
  target: '每周 3 个半天',
  dueOn: '2026-04-30',
  smart: ['specific', 'measurable', 'achievable', 'relevant', 'time-bound'],
  weight: 3,
  gasLevels: ['完全不到校', '每周 1 至 2 个半天', '每周 3 个半天', '每周 4 个半天', '每周 5 个半天以上'],
  baselineLevel: -2,
  ...but,
})

/** Where it leads: measured by the nearer goals, so it carries no weight of its own. */
export const aLongTermGoal = (but: Partial<GoalSheet> = {}): GoalSheet =>
  aGoal({
    term: 'long-term',
    statement: '本学期结束前，小龙每天正常上学',
    target: '每周 5 天',
    dueOn: '2026-07-03',
    weight: 0,
    gasLevels: ['', '', '', '', ''],
    ...but,
  })

/** What is done to reach it. */
export const aService = (goalIds: readonly string[], but: Partial<ServiceSheet> = {}): ServiceSheet => ({
  id: randomUUID(),
  goalIds: [...goalIds],
  content: '陪同返校与个别辅导',
  activityType: 'counselling',
  method: 'case-work',
  form: '面谈、陪同',
  frequency: '每周一次',
  duration: '每次一小时',
  place: '学校门口、图书角',
  provider: '安宁社工站',
  ...but,
})

/** The client's own first step. */
export const aStep = (goalId: string | null, but: Partial<StepSheet> = {}): StepSheet => ({
  id: randomUUID(),
  goalId,
  what: '和陈社工一起走到校门口',
  responsible: 'client',
  responsibleName: '李小龙',
  instructions: '不用进去，走到门口就算成功。',
  dueOn: '2026-03-13',
  expectedOutcome: '走到校门口一次',
  ...but,
})

/** A plan that can be signed on these needs. */
export function aPlanSheet(needIds: readonly string[], but: Partial<PlanSheet> = {}): PlanSheet {
  const far = aLongTermGoal({ needIds: [...needIds] })
  const near = aGoal({ parentId: far.id, needIds: [...needIds] })
  return {
    strategy: '从小龙喜欢的美术课开始，一小步一小步返校。',
    methods: ['case-work', 'case-management'],
    rationale: '他怕的是当众出错，不是学习本身。',
    participation: '小龙自己定了第一步；奶奶和班主任参加了计划会。',
    risks: [
      {
        risk: '在校门口再次被取笑',
        likelihood: 'medium',
        impact: 'high',
        response: '班主任在门口接；必要时先回图书角',
        owner: '陈思远',
      },
    ],
    evaluationWay: '每月与小龙、奶奶、班主任对照出勤表；结案前用目标达成量表。',
    clientDuties: '按约定见面，不能来时提前说。',
    agencyDuties: '守时、保密，每次见面后一天内记录。',
    startsOn: '2026-03-09',
    endsOn: '2026-07-03',
    reviewOn: '2026-05-08',
    unmetNeeds: [],
    goals: [far, near],
    services: [aService([near.id])],
    steps: [
      aStep(near.id),
      aStep(near.id, {
        what: '与班主任商定座位和课间安排',
        responsible: 'worker',
        responsibleName: '陈思远',
        instructions: '',
        dueOn: '2026-03-11',
        expectedOutcome: '座位换到前排',
      }),
    ],
    ...but,
  }
}

/** A case whose client agreed to the assessment, with what a plan needs to know. The client is 11 unless said otherwise. */
export async function aCaseToPlan(world: World, worker: TestWorker, birthDate = '2014-09-12') {
  const { caseId, clientId } = await aCaseInAssessment(world, worker)
  await world.rows('update people set birth_date = $2 where id = $1', [clientId, birthDate])
  const { sheet } = await aConfirmedAssessment(world, worker, { caseId, clientId })
  return { caseId, clientId, needIds: sheet.needs.map(({ id }) => id) }
}

/** A grandmother who is recorded as the client's guardian. */
export async function aGuardian(world: World, recorder: TestWorker, personId: string) {
  const id = await aPerson(world, recorder, '王桂英', '1956-05-04')
  await world.rows(
    `insert into relations (agency_id, id, person_id, relative_id, kind, guardian, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, 'paternal-grandmother', true, $4)`,
    [recorder.agencyId, personId, id, recorder.id],
  )
  return id
}

type Place = Readonly<{ caseId: string; needIds: readonly string[] }>

/** A plan with this sheet, not yet signed. */
export async function aDraftPlan(
  world: World,
  worker: TestWorker,
  { caseId, needIds }: Place,
  but: Partial<PlanSheet> = {},
) {
  const id = randomUUID()
  const path = `/cases/${caseId}/plans/${id}`
  await world.as(worker).post(`/cases/${caseId}/plans`, { id })
  const sheet = aPlanSheet(needIds, but)
  const saved = await world.as(worker).put(path, sheet, { version: 1 })
  return { id, path, sheet, version: Number(saved.body['version']) }
}

/** A plan that this worker signed. */
export async function aSignedPlan(
  world: World,
  worker: TestWorker,
  place: Place,
  but: Partial<PlanSheet> = {},
) {
  const draft = await aDraftPlan(world, worker, place, but)
  const signed = await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  return { ...draft, version: Number(signed.body['version']) }
}

/** One person's yes to a plan. */
export const aConfirmation = (
  givenAs: GivePlanConfirmation['givenAs'],
  personId: string,
  but: Partial<GivePlanConfirmation> = {},
): GivePlanConfirmation => ({
  id: randomUUID(),
  givenAs,
  personId,
  way: 'signature',
  witness: '',
  said: '',
  givenAt: '2026-03-02T01:00:00Z',
  ...but,
})

/** A case in delivery: its plan confirmed by boy and grandmother, and active. */
export async function anActivePlan(world: World, worker: TestWorker, but: Partial<PlanSheet> = {}) {
  const place = await aCaseToPlan(world, worker)
  const guardianId = await aGuardian(world, worker, place.clientId)
  const signed = await aSignedPlan(world, worker, place, but)
  const api = world.as(worker)
  await api.post(`${signed.path}/confirmations`, aConfirmation('client', place.clientId))
  const both = await api.post(`${signed.path}/confirmations`, aConfirmation('guardian', guardianId))
  const active = await api.put(`${signed.path}/activation`, {}, { version: Number(both.body['version']) })
  return { ...place, ...signed, guardianId, version: Number(active.body['version']) }
}
