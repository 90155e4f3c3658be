import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aClosingSheet } from '#server/case/closing/closing.factory.ts'
import { aSurvey } from '#server/case/evaluation/evaluation.factory.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { aCaseInFollowUp, aFollowUpRecord, anArchivedCase } from './followup.factory.ts'

const openTasks = `select kind from tasks where done_at is null order by due_at, kind`

test('follow-ups are recorded and cancelled, and after the last one the case is archived', async () => {
  const world = await testWorld()
  const { api, caseId, paths, version } = await aCaseInFollowUp(world)
  const [first, second] = paths
  const held = await api.put(`${first}/record`, aFollowUpRecord({ maintained: 'better' }), { version: 1 })
  expect(held).toMatchObject({
    status: 200,
    body: { state: 'done', maintained: 'better', abilities: { record: 'not-now' } },
  })
  expect(await world.rows(openTasks)).toEqual([{ kind: 'follow-up' }])
  const early = await world.counts()
  expect(await api.put(`/cases/${caseId}/archive`, {}, { version })).toMatchObject({
    status: 409,
    body: { code: 'followup/still-planned', facts: { planned: 1 } },
  })
  expect(await world.counts()).toEqual(early)

  await api.put(`${second}/cancellation`, { reason: '全家搬到外地。' }, { version: 1 })
  expect(await world.rows(openTasks)).toEqual([{ kind: 'archive-case' }])
  const archived = await api.put(`/cases/${caseId}/archive`, {}, { version })
  expect(archived.body).toMatchObject({
    state: 'archived',
    keeping: { retention: 'minor', until: '2042-09-12' },
    abilities: { archive: 'not-now', reopen: 'not-now' },
  })
  expect(await world.rows('select state, keep_until::text as until from cases')).toEqual([
    { state: 'archived', until: '2042-09-12' },
  ])
  expect(await world.rows(openTasks)).toEqual([])
  expect((await world.story()).slice(-2)).toEqual(['follow-up-recorded', 'case-archived'])
})

test('a follow-up that asks for another one plans it', async () => {
  const world = await testWorld()
  const { api, paths } = await aCaseInFollowUp(world, { followUpMonths: [1] })
  await api.put(
    `${paths[0]}/record`,
    aFollowUpRecord({ further: true, nextOn: '2026-05-04', way: 'home-visit' }),
    { version: 1 },
  )
  expect(await world.rows(`select due_on::text as due, way, state from follow_ups order by due_on`)).toEqual([
    { due: '2026-04-02', way: 'home-visit', state: 'done' },
    { due: '2026-05-04', way: 'home-visit', state: 'planned' },
  ])
  expect(await world.rows(openTasks)).toEqual([{ kind: 'follow-up' }])
})

test('a closed case is opened again with a reason, and what was written stays', async () => {
  const world = await testWorld()
  const { api, caseId, version, worker } = await aCaseInFollowUp(world)
  const reason = '又有一周没有去上学。'
  const reopened = await api.put(`/cases/${caseId}/reopening`, { reason }, { version })
  expect(reopened).toMatchObject({
    status: 200,
    body: {
      state: 'open',
      closedAt: null,
      reopenings: [{ reason, by: { id: worker.id } }],
      abilities: { reopen: 'not-now' },
    },
  })
  expect(await world.rows('select stage, state from cases')).toEqual([{ stage: 'assessment', state: 'open' }])
  expect(await world.rows(`select distinct state, cancellation_reason as why from follow_ups`)).toEqual([
    { state: 'cancelled', why: reason },
  ])
  expect(await world.rows(`select state from closings`)).toEqual([{ state: 'approved' }])
  expect(await world.rows(openTasks)).toEqual([{ kind: 'write-assessment' }])
  expect((await world.story()).slice(-2)).toEqual(['case-reopened', 'stage-entered'])
  // What was reached before says nothing of what is worked on now.
  const closing = await api.post(`/cases/${caseId}/closings`, { id: randomUUID() })
  expect(closing).toMatchObject({ status: 201, body: { reached: { evaluation: null } } })
})

test('out of sight, not on the team, too early, stale, twice or not whole: each writes nothing', async () => {
  const world = await testWorld()
  const { api, agencyId, worker, supervisor, caseId, paths, version } = await aCaseInFollowUp(world)
  const open = await anOpenCase(world, worker)
  const stranger = world.as(await world.worker(agencyId))
  const [first, second] = paths
  const record = aFollowUpRecord()
  await api.put(`${first}/record`, record, { version: 1 })
  const before = await world.counts()

  for (const path of [
    `${second}/record`,
    `${second}/cancellation`,
    `/cases/${caseId}/archive`,
    `/cases/${caseId}/reopening`,
  ]) {
    const body = path.endsWith('record') ? record : path.endsWith('archive') ? {} : { reason: '因为' }
    expect(await stranger.put(path, body, { version: 1 })).toMatchObject({ status: 404 })
    expect(await world.as(supervisor).put(path, body, { version: 1 })).toMatchObject({ status: 403 })
  }
  expect((await stranger.get(`/cases/${caseId}/follow-ups`)).status).toBe(404)
  expect(await api.put(`${first}/record`, record, { version: 2 })).toMatchObject({
    status: 409,
    body: { code: 'followup/not-planned' },
  })
  expect(await api.put(`${second}/record`, record, { version: 9 })).toMatchObject({ status: 412 })
  expect(await api.put(`${second}/record`, { ...record, situation: '' }, { version: 1 })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'situation' }] },
  })
  expect(await api.put(`${second}/cancellation`, { reason: ' ' }, { version: 1 })).toMatchObject({
    status: 400,
  })
  expect(
    await api.put(`/cases/${caseId}/reopening`, { reason: '因为' }, { version: version - 1 }),
  ).toMatchObject({ status: 412 })
  expect(await api.put(`/cases/${open.caseId}/archive`, {}, { version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'followup/case-is-open' },
  })
  expect(await api.put(`/cases/${open.caseId}/reopening`, { reason: '因为' }, { version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'followup/case-is-open' },
  })
  expect(await world.counts()).toEqual(before)
})

test('an archived case is read, and every write in it is refused (R-206)', async () => {
  const world = await testWorld()
  const { api, caseId, paths, path } = await anArchivedCase(world)
  const [interview] = await world.rows<{ id: string }>('select id from interviews')
  const [plan] = await world.rows<{ id: string }>('select id from plans')
  const [assessment] = await world.rows<{ id: string; version: number }>(
    'select id, version from assessments',
  )
  const [evaluation] = await world.rows<{ id: string }>('select id from evaluations')
  expect((await api.get(`/cases/${caseId}/follow-ups`)).status).toBe(200)
  const before = await world.counts()
  const id = randomUUID()
  const addendum = { id, text: '后来才知道。', reason: '补充' }
  const answers = [
    await api.post(`/cases/${caseId}/interviews`, { id }),
    await api.post(`/cases/${caseId}/interviews/${interview?.id}/addenda`, addendum),
    await api.post(`/cases/${caseId}/assessments/${assessment?.id}/addenda`, addendum),
    await api.post(`/cases/${caseId}/assessments`, { id, kind: 'comprehensive' }),
    await api.put(
      `/cases/${caseId}/assessments/${assessment?.id}/signature`,
      {},
      { version: assessment?.version ?? 0 },
    ),
    await api.post(`/cases/${caseId}/plans`, { id }),
    await api.put(`/cases/${caseId}/plans/${plan?.id}/activation`, {}, { version: 5 }),
    await api.post(`/cases/${caseId}/evaluations`, { id, kind: 'process' }),
    await api.put(`/cases/${caseId}/evaluations/${evaluation?.id}/signature`, {}, { version: 3 }),
    await api.post(`/cases/${caseId}/satisfaction-surveys`, aSurvey()),
    await api.post(`/cases/${caseId}/closings`, { id }),
    await api.put(path, aClosingSheet(), { version: 4 }),
    await api.put(`${paths[0]}/record`, aFollowUpRecord(), { version: 2 }),
    await api.put(`/cases/${caseId}/archive`, {}, { version: 9 }),
    await api.put(`/cases/${caseId}/reopening`, { reason: '因为' }, { version: 9 }),
  ]
  expect(answers.map(({ status, body }) => `${status} ${body['code']}`)).toEqual(
    answers.map(() => '409 case-is-archived'),
  )
  expect(await world.counts()).toEqual(before)
})

test('the database itself refuses to write into an archived case', async () => {
  const world = await testWorld()
  const { caseId } = await anArchivedCase(world)
  const before = await world.counts()
  await expect(
    world.rows(`update follow_ups set situation = '改写' where case_id = $1`, [caseId]),
  ).rejects.toThrow(/is archived/u)
  await expect(
    world.rows(
      `insert into reopenings (agency_id, id, case_id, reason, reopened_by, reopened_at)
       select agency_id, gen_random_uuid(), id, '因为', case_manager_id, now() from cases`,
    ),
  ).rejects.toThrow(/is archived/u)
  expect(await world.counts()).toEqual(before)
})
