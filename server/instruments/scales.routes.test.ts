import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aCaseInFollowUp } from '#server/case/followup/followup.factory.ts'
import { testWorld, type World } from '#server/testing/world.ts'
import { anAlarmingScale, aScale } from './scales.factory.ts'

async function staff() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const colleague = await world.worker(agencyId)
  return { world, supervisor, manager, head, colleague }
}

/** Nothing but the audit is written by what is refused. */
async function refused(world: World, act: () => Promise<unknown>) {
  const before = await world.counts()
  const answer = await act()
  expect(await world.counts()).toEqual(before)
  return answer
}

const openWork = (world: World) =>
  world.rows(`select kind, owner_id, subject_id from tasks where kind = 'decide-alert' and done_at is null`)

test('a series: score, band and what changed, of the same informant only; the instruments with their licences', async () => {
  const { world, manager } = await staff()
  const { caseId } = await anOpenCase(world, manager)
  const post = (body: object) => world.as(manager).post(`/cases/${caseId}/scales`, body)
  const calm = { answers: { item9: 0 } }
  await post(aScale(2, { ...calm, answeredOn: '2026-02-01' }))
  const latest = await post(aScale(1, { ...calm, way: 'paper', language: 'ru' }))
  expect(latest).toMatchObject({
    status: 201,
    body: {
      scores: [{ id: 'total', value: 8, band: 'mild', change: { by: -8, meaning: 'better' } }],
      emergencies: [],
      abilities: { decide: 'not-now' },
    },
  })
  const listed = await world.as(manager).get(`/cases/${caseId}/scales?instrument=phq-9`)
  expect(listed.body).toMatchObject({
    rows: [{ answeredOn: '2026-03-01' }, { answeredOn: '2026-02-01', remarks: ['further-evaluation'] }],
    open: [],
    abilities: { record: 'yes' },
  })
  expect((await world.as(manager).get(`/cases/${caseId}/scales?instrument=gad-7`)).body).toMatchObject({
    rows: [],
  })
  const known = await world.as(manager).get('/instruments')
  expect(known.body['instruments']).toHaveLength(13)
  expect(await openWork(world)).toEqual([])
  expect(await world.story()).toEqual(expect.arrayContaining(['scale-recorded']))
})

test('item 9 opens work and tells supervisor and head at once; it is gone only when somebody has decided', async () => {
  const { world, manager, supervisor, head, colleague } = await staff()
  const { caseId, scale, path } = await anAlarmingScale(world, manager)
  expect(await openWork(world)).toEqual([
    { kind: 'decide-alert', owner_id: manager.id, subject_id: scale.id },
  ])
  const today = await world.as(manager).get('/today?limit=1')
  expect(today.body).toMatchObject({ rows: [{ kind: 'decide-alert', emergency: true, caseId }] })
  for (const told of [supervisor, head])
    expect((await world.as(told).get('/notices')).body).toMatchObject({
      rows: [{ kind: 'scale-alert', caseId }],
    })
  const seen = await world.as(supervisor).get(`/cases/${caseId}/scales`)
  expect(seen.body).toMatchObject({
    open: [{ id: scale.id, emergencies: ['self-harm-thoughts'], abilities: { decide: 'yes' } }],
  })
  const decision = { decision: 'watched', note: '已与母亲约定今晚陪伴，明早再联系。' }
  const decide = (body: object, version = 1) => world.as(manager).put(`${path}/decision`, body, { version })
  expect(await refused(world, () => decide({ ...decision, note: ' ' }))).toMatchObject({ status: 400 })
  expect(await refused(world, () => decide(decision, 9))).toMatchObject({ status: 412 })
  expect(
    await refused(world, () => world.as(colleague).put(`${path}/decision`, decision, { version: 1 })),
  ).toMatchObject({ status: 404 })
  expect(await decide(decision)).toMatchObject({
    status: 200,
    body: { decided: { decision: 'watched' }, version: 2, abilities: { decide: 'not-now' } },
  })
  expect(await openWork(world)).toEqual([])
  expect((await world.as(manager).get(`/cases/${caseId}/scales`)).body).toMatchObject({ open: [] })
  expect(await refused(world, () => decide(decision, 2))).toMatchObject({
    status: 409,
    body: { code: 'scales/decided-already' },
  })
  expect(await world.story()).toEqual(expect.arrayContaining(['scale-alert-decided']))
})

test('what somebody said in a scale is not sent to whoever need not know it, but to whoever decides on its danger', async () => {
  const { world, supervisor, manager, head } = await staff()
  const { caseId, path, scale } = await anAlarmingScale(world, manager)
  const calm = aScale(2, { answers: { item9: 0 }, answeredOn: '2026-02-01' })
  await world.as(manager).post(`/cases/${caseId}/scales`, calm)
  const list = async (who: typeof head) => (await world.as(who).get(`/cases/${caseId}/scales`)).body
  const whole = { masked: false, answers: calm.answers, scores: [{ value: 16 }] }
  const masked = { masked: true, answers: {}, scores: [], emergencies: [], remarks: [], version: 0 }
  expect(await list(head)).toMatchObject({
    rows: [
      { id: scale.id, masked: false, answers: scale.answers },
      { ...masked, id: calm.id },
    ],
    open: [{ id: scale.id, masked: false, emergencies: [expect.any(String)] }],
  })
  for (const who of [manager, supervisor])
    expect(await list(who)).toMatchObject({ rows: [{ masked: false }, whole] })

  const note = '今晚有人陪着他'
  await world.as(supervisor).put(`${path}/decision`, { decision: 'watched', note }, { version: 1 })
  expect(JSON.stringify(await list(manager))).toContain(note)
  expect(await list(head)).toMatchObject({ rows: [{ ...masked, decided: { note: '' } }, masked], open: [] })
})

test('what no instrument asked for is refused, each with its reason, and nothing is written', async () => {
  const { world, manager, head } = await staff()
  const { caseId } = await anOpenCase(world, manager)
  const post = (but: object) =>
    refused(world, () => world.as(manager).post(`/cases/${caseId}/scales`, { ...aScale(1), ...but }))
  const field = (path: string, code: string) => ({ status: 422, body: { fields: [{ path, code }] } })
  expect(await post({ instrumentVersion: 7 })).toMatchObject({
    status: 422,
    body: { code: 'scales/no-such-instrument' },
  })
  expect(await post({ informant: 'teacher' })).toMatchObject(field('informant', 'scales/not-by-them'))
  expect(await post({ answeredOn: '2027-01-01' })).toMatchObject(field('answeredOn', 'scales/not-yet'))
  expect(await post({ answers: {} })).toMatchObject(field('answers', 'scales/nothing-answered'))
  expect(await post({ answers: { item1: 4 } })).toMatchObject(field('answers', 'scales/strange-answers'))
  expect(await refused(world, () => world.as(head).post(`/cases/${caseId}/scales`, aScale(1)))).toMatchObject(
    { status: 403 },
  )
  const calm = aScale(1, { answers: { item9: 0 } })
  await world.as(manager).post(`/cases/${caseId}/scales`, calm)
  const path = `/cases/${caseId}/scales/${calm.id}/decision`
  const decision = { decision: 'no-danger', note: 'x' }
  expect(await refused(world, () => world.as(manager).put(path, decision, { version: 1 }))).toMatchObject({
    status: 409,
    body: { code: 'scales/nothing-to-decide' },
  })
  const nowhere = `/cases/${caseId}/scales/${randomUUID()}/decision`
  expect(await refused(world, () => world.as(manager).put(nowhere, decision, { version: 1 }))).toMatchObject({
    status: 404,
  })
})

test('a danger outlives the closing of its case, and nothing is archived before somebody has decided', async () => {
  const world = await testWorld()
  const { api, caseId, paths, version } = await aCaseInFollowUp(world, { followUpMonths: [1] })
  const scale = aScale(1)
  await api.post(`/cases/${caseId}/scales`, scale)
  await api.put(`${paths[0]}/cancellation`, { reason: '全家搬到外地。' }, { version: 1 })
  const archive = () => api.put(`/cases/${caseId}/archive`, {}, { version })
  expect(await refused(world, archive)).toMatchObject({ status: 409, body: { code: 'scales/undecided' } })
  const decision = { decision: 'no-danger', note: '已当面核实。' }
  await api.put(`/cases/${caseId}/scales/${scale.id}/decision`, decision, { version: 1 })
  expect(await archive()).toMatchObject({ status: 200 })
})

test('the database itself keeps what was answered, whoever asks', async () => {
  const { world, manager } = await staff()
  const { scale } = await anAlarmingScale(world, manager)
  const change = (set: string) => world.rows(`update scale_results set ${set} where id = $1`, [scale.id])
  await expect(change(`scores = '[]'`)).rejects.toThrow('is only decided on, and once')
  await expect(change(`decision = 'watched'`)).rejects.toThrow('scale_results_are_decided_whole')
})
