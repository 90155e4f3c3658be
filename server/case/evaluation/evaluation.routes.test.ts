import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { EvaluationView } from '#contract/case/evaluation.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { anActivePlan } from '#server/case/plan/plan.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { aDraftEvaluation, aGoalRating, anEvaluationSheet, aSurvey } from './evaluation.factory.ts'

async function aTeam(level: 3 | 4 = 3) {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { name: '林督导', role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { level, supervisorId: supervisor.id })
  return { world, agencyId, supervisor, worker, api: world.as(worker) }
}

/** A plan under way whose three goals weigh 3, 2 and 1, all beginning at −1. */
async function aPlanOfThree() {
  const team = await aTeam()
  const place = await anActivePlan(team.world, team.worker)
  // The plan is signed: its goals are replaced past the program, so that the numbers are those of the specification.
  await team.world.rows('alter table goals disable trigger user')
  await team.world.rows('update goals set weight = 3, baseline_level = -1 where weight > 0')
  const [first] = await team.world.rows<{ id: string }>('select id from goals where weight > 0')
  for (const weight of [2, 1]) {
    await team.world.rows(
      `insert into goals select (g).* from (select jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(), 'weight', $2::int, 'position', g.position + 3 - $2::int)) g from goals g where id = $1) s`,
      [first?.id, weight],
    )
  }
  await team.world.rows('alter table goals enable trigger user')
  return { ...team, caseId: place.caseId }
}

test('an evaluation is opened, rated, scored, signed, and takes the case on to closing', async () => {
  const { world, api, worker, caseId } = await aPlanOfThree()
  const id = randomUUID()
  const path = `/cases/${caseId}/evaluations/${id}`
  const opened = await api.post(`/cases/${caseId}/evaluations`, { id, kind: 'outcome' })
  expect(opened).toMatchObject({
    status: 201,
    body: { state: 'draft', attainment: { t: null, set: 3 }, abilities: { sign: 'yes', cosign: 'not-you' } },
  })
  expect(await world.rows('select stage from cases')).toEqual([{ stage: 'evaluation' }])

  const weighed = EvaluationView.parse(opened.body).goals.filter(({ weight }) => weight > 0)
  const levelOf: Record<number, number> = { 3: 1, 2: 0, 1: -1 }
  const gap = {
    id: randomUUID(),
    planned: '每天',
    actual: '三天',
    cause: '',
    measure: '同学来接',
    owner: '周老师',
    dueOn: '2026-05-01',
  }
  const sheet = anEvaluationSheet({
    goalRatings: weighed.map((goal) => aGoalRating(goal.id, levelOf[goal.weight] ?? null, 0)),
    gaps: [gap],
  })
  const saved = await api.put(path, sheet, { version: 1 })
  expect(saved.body['attainment']['t']).toBeCloseTo(54.407, 3)
  expect(saved.body['attainment']['baseline']).toBeCloseTo(36.78, 3)
  expect(saved.body['attainment']['change']).toBeCloseTo(17.626, 3)
  expect(saved.body['attainment']['clientT']).toBe(50)

  const signed = await api.put(`${path}/signature`, {}, { version: 2 })
  expect(signed).toMatchObject({
    status: 200,
    body: { state: 'signed', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/u) },
  })
  expect(await world.rows('select stage from cases')).toEqual([{ stage: 'closing' }])
  expect((await world.story()).slice(-3)).toEqual(['stage-entered', 'evaluation-signed', 'stage-entered'])
  expect(
    await world.rows(
      `select kind, owner_id as owner from tasks where done_at is null and kind in ('evaluate', 'close-case', 'review-plan')`,
    ),
  ).toEqual([{ kind: 'close-case', owner: worker.id }])
  const kept = await world.rows<{ t: number }>('select t_score as t from evaluations')
  expect(kept[0]?.t).toBeCloseTo(54.407, 3)
})

test('signed by level 4 it waits for a colleague, and only then the case goes on', async () => {
  const { world, supervisor, worker, api } = await aTeam(4)
  const senior = await world.worker(worker.agencyId, { level: 3 })
  const { caseId } = await aPlanActivatedBy(world, worker)
  const { path, version } = await aDraftEvaluation(world, worker, caseId)
  const signed = await api.put(`${path}/signature`, {}, { version })
  expect(signed.body).toMatchObject({
    state: 'awaiting-cosignature',
    abilities: { cosign: 'not-you', change: 'not-now' },
  })
  expect(
    await world.rows(
      `select owner_id as owner from tasks where kind = 'cosign-evaluation' and done_at is null`,
    ),
  ).toEqual([{ owner: supervisor.id }])
  expect(await world.rows('select stage from cases')).toEqual([{ stage: 'evaluation' }])
  const before = await world.counts()

  expect(await api.put(`${path}/cosignature`, {}, { version: 3 })).toMatchObject({
    status: 403,
    body: { code: 'own-work' },
  })
  expect(await world.as(senior).put(`${path}/cosignature`, {}, { version: 3 })).toMatchObject({ status: 404 })
  expect(await world.as(supervisor).put(`${path}/cosignature`, {}, { version: 2 })).toMatchObject({
    status: 412,
  })
  expect(await world.counts()).toEqual(before)

  const cosigned = await world.as(supervisor).put(`${path}/cosignature`, {}, { version: 3 })
  expect(cosigned.body).toMatchObject({ state: 'signed', cosigned: { by: { name: '林督导' } } })
  expect(await world.rows('select stage from cases')).toEqual([{ stage: 'closing' }])
  expect(await world.as(supervisor).put(`${path}/cosignature`, {}, { version: 4 })).toMatchObject({
    status: 409,
    body: { code: 'evaluation/not-awaiting-cosignature' },
  })
})

/** A level-4 worker’s case with an active plan: assessment and plan co-signed past this test’s interest. */
async function aPlanActivatedBy(world: World, worker: TestWorker) {
  await world.rows('update workers set level = 3 where id = $1', [worker.id])
  const place = await anActivePlan(world, worker)
  await world.rows('update workers set level = 4 where id = $1', [worker.id])
  return place
}

test('what is not whole is not signed, and everything missing is named at once', async () => {
  const { world, worker, api } = await aTeam()
  const { caseId } = await anActivePlan(world, worker)
  const { path, version, sheet } = await aDraftEvaluation(world, worker, caseId, {
    methods: [],
    conclusion: null,
    goalRatings: [],
  })
  const before = await world.counts()
  const refused = await api.put(`${path}/signature`, {}, { version })
  expect(refused).toMatchObject({ status: 422, body: { code: 'sheet-unfinished', facts: { missing: 3 } } })
  const stray = { ...sheet, goalRatings: [aGoalRating(randomUUID(), 1)] }
  expect(await api.put(path, stray, { version })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'goalRatings.0.goalId', code: 'not-of-this-plan' }] },
  })
  expect(
    await api.put(path, { ...sheet, goalRatings: [aGoalRating(randomUUID(), 3)] }, { version }),
  ).toMatchObject({ status: 400 })
  expect(await world.counts()).toEqual(before)
})

test('out of sight, not on the team, too early, stale and signed: each writes nothing', async () => {
  const { world, agencyId, supervisor, worker, api } = await aTeam()
  const early = await anOpenCase(world, worker)
  const { caseId } = await anActivePlan(world, worker)
  const { path, version, sheet } = await aDraftEvaluation(world, worker, caseId)
  const stranger = world.as(await world.worker(agencyId))
  const body = () => ({ id: randomUUID(), kind: 'process' })
  const before = await world.counts()

  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.post(`/cases/${caseId}/evaluations`, body())).status).toBe(404)
  expect((await stranger.post(`/cases/${caseId}/satisfaction-surveys`, aSurvey())).status).toBe(404)
  expect(await world.as(supervisor).put(path, sheet, { version })).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  })
  expect(await world.as(supervisor).put(`${path}/signature`, {}, { version })).toMatchObject({ status: 403 })
  expect(await api.post(`/cases/${early.caseId}/evaluations`, body())).toMatchObject({
    status: 409,
    body: { code: 'wrong-stage' },
  })
  expect(await api.post(`/cases/${caseId}/evaluations`, body())).toMatchObject({
    status: 409,
    body: { code: 'evaluation/one-under-way' },
  })
  expect(await api.put(path, sheet, { version: 1 })).toMatchObject({
    status: 412,
    body: { current: { version } },
  })
  expect((await api.put(path, sheet)).status).toBe(428)
  expect(await api.post(`/cases/${caseId}/satisfaction-surveys`, aSurvey({ answers: {} }))).toMatchObject({
    status: 422,
  })
  expect(await world.counts()).toEqual(before)

  await api.put(`${path}/signature`, {}, { version })
  const after = await world.counts()
  expect(await api.put(path, sheet, { version: version + 1 })).toMatchObject({
    status: 409,
    body: { code: 'record-is-signed' },
  })
  await expect(world.rows(`update evaluations set lessons = 'else'`)).rejects.toThrow(/does not change/u)
  expect(await world.counts()).toEqual(after)
})

test('without an active plan there is nothing to evaluate', async () => {
  const { world, worker, api } = await aTeam()
  const { caseId } = await anOpenCase(world, worker)
  await world.rows(`update cases set stage = 'delivery' where id = $1`, [caseId])
  const before = await world.counts()
  const refused = await api.post(`/cases/${caseId}/evaluations`, { id: randomUUID(), kind: 'outcome' })
  expect(refused).toMatchObject({ status: 409, body: { code: 'evaluation/no-active-plan' } })
  expect(await world.counts()).toEqual(before)
})

test('a review that goes on with the plan does what was due and schedules the next one, 90 days on', async () => {
  const { world, worker, api } = await aTeam()
  const { caseId } = await anActivePlan(world, worker)
  const { path, version } = await aDraftEvaluation(world, worker, caseId, {
    kind: 'stage',
    conclusion: 'continue',
  })
  await api.put(`${path}/signature`, {}, { version })
  expect(await world.rows('select stage from cases')).toEqual([{ stage: 'delivery' }])
  const due = await world.rows<{ due: Date }>(
    `select due_at as due from tasks where kind = 'review-plan' and done_at is null`,
  )
  expect(due.map((task) => task.due.toISOString())).toEqual(['2026-05-31T15:59:59.000Z'])
})

test('an answered survey is kept with its score, and told without its words', async () => {
  const { world, worker, api } = await aTeam()
  const { caseId } = await anActivePlan(world, worker)
  const kept = await api.post(`/cases/${caseId}/satisfaction-surveys`, aSurvey({ comment: '谢谢陈老师' }))
  expect(kept.status).toBe(201)
  const { id } = await aDraftEvaluation(world, worker, caseId)
  const view = await api.get(`/cases/${caseId}/evaluations/${id}`)
  expect(view.body['surveys'][0]).toMatchObject({
    score: expect.closeTo(93.33, 1),
    comment: '谢谢陈老师',
    answers: { overall: 5 },
  })
  const told = await world.rows(`select facts from timeline where what = 'satisfaction-recorded'`)
  expect(told).toEqual([{ facts: { score: 93 } }])
})

test('a goal of weight 0 is shown and not counted', async () => {
  const { world, worker, api } = await aTeam()
  const { caseId } = await anActivePlan(world, worker)
  const { id } = await aDraftEvaluation(world, worker, caseId)
  const view = await api.get(`/cases/${caseId}/evaluations/${id}`)
  expect(view.body['goals']).toHaveLength(2)
  expect(view.body['attainment']).toMatchObject({ set: 1, rated: 1, t: 60, clientT: 50, baseline: 30 })
})
