import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anEvaluatedCase } from '#server/case/evaluation/evaluation.factory.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { aClosedCase, aClosingSheet, aDraftClosing, aWriterAndApprover } from './closing.factory.ts'

const approve = { decision: 'approve', note: '' }

async function anEvaluated() {
  const world = await testWorld()
  const people = await aWriterAndApprover(world)
  return { world, ...people, ...(await anEvaluatedCase(world, people.worker)), api: world.as(people.worker) }
}

const openTasks = `select kind, owner_id as owner from tasks where done_at is null order by due_at, kind`

test('a closing begins with what is known, is submitted, returned, mended and approved by another', async () => {
  const { world, worker, supervisor, api, caseId } = await anEvaluated()
  const id = randomUUID()
  const path = `/cases/${caseId}/closings/${id}`
  const opened = await api.post(`/cases/${caseId}/closings`, { id })
  expect(opened).toMatchObject({
    status: 201,
    body: {
      state: 'draft',
      sheet: { mainProblem: '两个月没有上学。', caregiver: '王桂英', followUpMonths: [1, 3, 6] },
      reached: {
        clientIsMinor: true,
        evaluation: { t: 60, baseline: 30 },
        goals: [{ level: 1, baseline: -2 }],
      },
      abilities: { change: 'yes', submit: 'yes', decide: 'not-you' },
    },
  })
  await api.put(path, aClosingSheet(), { version: 1 })
  const submitted = await api.put(`${path}/submission`, {}, { version: 2 })
  expect(submitted.body).toMatchObject({
    state: 'submitted',
    approver: { name: '林督导' },
    abilities: { change: 'not-now' },
  })
  expect(await world.rows(openTasks)).toContainEqual({ kind: 'approve-closing', owner: supervisor.id })

  const chief = world.as(supervisor)
  const back = await chief.put(
    `${path}/decision`,
    { decision: 'return', note: '请补充与学校的交接。' },
    { version: 3 },
  )
  expect(back.body).toMatchObject({
    state: 'returned',
    decided: { by: { name: '林督导' }, note: '请补充与学校的交接。' },
  })
  expect(await world.rows(openTasks)).toContainEqual({ kind: 'mend-closing', owner: worker.id })
  expect(await world.rows('select kind, worker_id as told from notices')).toEqual([
    { kind: 'closing-returned', told: worker.id },
  ])

  await api.put(path, aClosingSheet({ future: '已与孙老师交接。' }), { version: 4 })
  await api.put(`${path}/submission`, {}, { version: 5 })
  const approved = await chief.put(`${path}/decision`, approve, { version: 6 })
  expect(approved.body).toMatchObject({
    state: 'approved',
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
  })
  expect(await world.rows('select stage, state, closed_at is not null as closed from cases')).toEqual([
    { stage: 'followup', state: 'closed', closed: true },
  ])
  expect((await world.story()).slice(-5)).toEqual([
    'closing-submitted',
    'closing-returned',
    'closing-submitted',
    'stage-entered',
    'closing-approved',
  ])
  expect(await world.rows(openTasks)).toEqual([
    { kind: 'follow-up', owner: worker.id },
    { kind: 'follow-up', owner: worker.id },
  ])
  expect(await world.rows('select due_on::text as due, state, way from follow_ups order by due_on')).toEqual([
    { due: '2026-04-02', state: 'planned', way: 'phone' },
    { due: '2026-06-02', state: 'planned', way: 'phone' },
  ])
  expect(await world.rows(`select worker_id as told from notices where kind = 'closing-approved'`)).toEqual([
    { told: worker.id },
  ])
})

test('nobody approves their own work, nor without role and level; a refusal writes nothing', async () => {
  const { world, agencyId, worker, supervisor, api, caseId } = await anEvaluated()
  const { path, version } = await aDraftClosing(world, worker, caseId)
  await api.put(`${path}/submission`, {}, { version })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const stranger = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const before = await world.counts()
  const seen = { version: version + 1 }

  expect(await api.put(`${path}/decision`, approve, seen)).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  })
  expect(await world.as(stranger).put(`${path}/decision`, approve, seen)).toMatchObject({ status: 404 })
  expect(await world.as(supervisor).put(`${path}/decision`, approve, { version })).toMatchObject({
    status: 412,
    body: { current: { state: 'submitted' } },
  })
  expect(await world.as(supervisor).put(`${path}/decision`, approve)).toMatchObject({ status: 428 })
  expect(
    await world.as(supervisor).put(`${path}/decision`, { decision: 'return', note: ' ' }, seen),
  ).toMatchObject({ status: 422, body: { fields: [{ path: 'note', code: 'required' }] } })
  expect(await world.as(supervisor).put(path, aClosingSheet(), seen)).toMatchObject({ status: 403 })
  expect(await api.put(path, aClosingSheet(), seen)).toMatchObject({
    status: 409,
    body: { code: 'closing/already-submitted' },
  })
  expect(await api.post(`/cases/${caseId}/closings`, { id: randomUUID() })).toMatchObject({
    status: 409,
    body: { code: 'closing/one-under-way' },
  })
  expect(await world.counts()).toEqual(before)

  await world.rows('update workers set level = 3 where id = $1', [supervisor.id])
  expect(await world.as(supervisor).put(`${path}/decision`, approve, seen)).toMatchObject({
    status: 403,
    body: { code: 'level-too-low' },
  })
  expect(await world.as(head).put(`${path}/decision`, approve, seen)).toMatchObject({
    status: 200,
    body: { state: 'approved' },
  })
})

test('a supervisor who wrote the closing of their own case leaves it to the head', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const { caseId } = await anEvaluatedCase(world, supervisor)
  const { path, version } = await aDraftClosing(world, supervisor, caseId)
  const api = world.as(supervisor)
  await api.put(`${path}/submission`, {}, { version })
  expect(await world.rows(`select owner_id as owner from tasks where kind = 'approve-closing'`)).toEqual([
    { owner: head.id },
  ])
  const before = await world.counts()
  expect(await api.put(`${path}/decision`, approve, { version: version + 1 })).toMatchObject({
    status: 403,
    body: { code: 'own-work' },
  })
  expect(await world.counts()).toEqual(before)
})

test('what is not whole is not submitted, and goals reached needs its evaluation', async () => {
  const { world, worker, api, caseId } = await anEvaluated()
  const { path, version } = await aDraftClosing(world, worker, caseId, { review: '', referred: null })
  await world.rows('alter table evaluations disable trigger user')
  await world.rows(`update evaluations set kind = 'stage'`)
  const before = await world.counts()
  expect(await api.put(`${path}/submission`, {}, { version })).toMatchObject({
    status: 422,
    body: { code: 'sheet-unfinished', fields: [{ path: 'review' }, { path: 'referred' }] },
  })
  expect(await api.put(path, aClosingSheet({ followUpMonths: [0] }), { version })).toMatchObject({
    status: 400,
  })
  expect(await world.counts()).toEqual(before)
  await api.put(path, aClosingSheet(), { version })
  const whole = await world.counts()
  expect(await api.put(`${path}/submission`, {}, { version: version + 1 })).toMatchObject({
    status: 422,
    body: { code: 'closing/needs-outcome-evaluation' },
  })
  expect(await world.counts()).toEqual(whole)
})

test('whoever drops out early is closed from any stage, and no follow-up waits for the archive at once', async () => {
  const world = await testWorld()
  const { worker, supervisor } = await aWriterAndApprover(world)
  const { caseId } = await anOpenCase(world, worker)
  const sheet = aClosingSheet({
    reason: 'lost-contact',
    followUpMonths: [],
    noFollowUpReason: '三次电话和家访都找不到人。',
  })
  const { path, version } = await aDraftClosing(world, worker, caseId, sheet)
  expect(await world.rows('select stage from cases')).toEqual([{ stage: 'closing' }])
  await world.as(worker).put(`${path}/submission`, {}, { version })
  await world.as(supervisor).put(`${path}/decision`, approve, { version: version + 1 })
  expect(await world.rows(openTasks)).toEqual([{ kind: 'archive-case', owner: worker.id }])
})

test('a closed case refuses the work of its stages, and its closing does not change', async () => {
  const world = await testWorld()
  const { worker, caseId, path } = await aClosedCase(world)
  const api = world.as(worker)
  const before = await world.counts()
  const closed = { status: 409, body: { code: 'case-is-closed' } }
  expect(await api.put(path, aClosingSheet(), { version: 4 })).toMatchObject(closed)
  expect(await api.post(`/cases/${caseId}/closings`, { id: randomUUID() })).toMatchObject(closed)
  expect(await api.post(`/cases/${caseId}/evaluations`, { id: randomUUID(), kind: 'process' })).toMatchObject(
    closed,
  )
  expect(await api.post(`/cases/${caseId}/plans`, { id: randomUUID() })).toMatchObject(closed)
  expect(
    await api.post(`/cases/${caseId}/assessments`, { id: randomUUID(), kind: 'comprehensive' }),
  ).toMatchObject(closed)
  await expect(world.rows(`update closings set outcome = 'else'`)).rejects.toThrow(/does not change/u)
  expect(await world.counts()).toEqual(before)
})
