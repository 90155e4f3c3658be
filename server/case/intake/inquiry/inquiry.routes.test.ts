import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'
import { anAttempt, anOpenCase, aPerson, aPreliminary, aSharedInquiry, aSheet } from './inquiry.factory.ts'

const acceptance = { decision: 'accept', reason: '在服务范围之内', serviceFields: ['community-care'] }

test('a first contact becomes a case with a number, a manager, its work and its story', async () => {
  const world = await testWorld()
  const agencyId = await world.agency({ prefix: 'AN' })
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)

  const [opened] = await world.rows('select number, stage, state, readers from cases where id = $1', [caseId])
  expect(opened).toMatchObject({ number: 'AN-2026-0001', stage: 'intake', state: 'open' })
  expect(await world.rows('select kind from tasks where case_id = $1 and done_at is null', [caseId])).toEqual(
    [{ kind: 'hold-interview' }],
  )
  expect(await world.story()).toEqual([
    'inquiry-received',
    'emergency-decided',
    'inquiry-registered',
    'preliminary-assessment-shared',
    'case-opened',
    'inquiry-concluded',
  ])
})

test('an emergency opens work for the next hour and a job that tells again, in the same transaction', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const id = randomUUID()
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  const decision = { emergency: true, reason: '孩子说不想活了', dangerKinds: ['self-harm'] }
  const answer = await world.as(worker).put(`/inquiries/${id}/emergency-decision`, decision, { version: 1 })

  expect(answer).toMatchObject({ status: 200, body: { emergency: { decision } } })
  const jobs = await world.rows('select task_identifier from graphile_worker.jobs')
  expect(jobs).toEqual([{ task_identifier: 'tell-again-of-emergency' }])
  const [task] = await world.rows<{ due: number }>(
    `select extract(epoch from due_at - opened_at)::int as due from tasks where kind = 'answer-emergency'`,
  )
  expect(task?.due).toBe(3600)
})

test('the emergency decision comes before registration, whatever else is written', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const clientId = await aPerson(world, worker)
  const id = randomUUID()
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  await world.as(worker).put(`/inquiries/${id}`, aSheet({ clientId }), { version: 1 })
  const before = await world.counts()

  const answer = await world.as(worker).put(`/inquiries/${id}/registration`, {}, { version: 2 })
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'sheet-unfinished', fields: [{ path: 'emergency', code: 'required' }] },
  })
  expect(await world.counts()).toEqual(before)
})

test('what another agency receives does not exist here, and the attempt is on the audit', async () => {
  const world = await testWorld()
  const ours = await world.worker(await world.agency())
  const theirs = await world.worker(await world.agency({ name: '晨光社工站' }))
  const inquiry = await aSharedInquiry(world, ours, await aPerson(world, ours))
  const before = await world.counts()

  const look = await world.as(theirs).get(`/inquiries/${inquiry.id}`)
  const decide = await world
    .as(theirs)
    .put(
      `/inquiries/${inquiry.id}/decision`,
      { ...acceptance, caseManagerId: theirs.id },
      { version: inquiry.version },
    )
  expect([look.status, decide.status]).toEqual([404, 404])
  expect(await world.counts()).toEqual(before)
  const refused = await world.rows(
    `select operation, inquiry_id from audit_log where outcome = 'refused' order by id`,
  )
  expect(refused).toEqual([
    { operation: 'inquiry.read', inquiry_id: inquiry.id },
    { operation: 'inquiry.decide', inquiry_id: inquiry.id },
  ])
})

test('whoever saw an older version gets the present one and has changed nothing', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const id = randomUUID()
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  await world.as(worker).put(`/inquiries/${id}`, aSheet({ trouble: '第一次写的' }), { version: 1 })
  const before = await world.counts()

  const late = await world.as(worker).put(`/inquiries/${id}`, aSheet({ trouble: '晚到的' }), { version: 1 })
  expect(late).toMatchObject({
    status: 412,
    body: { code: 'changed-meanwhile', current: { version: 2, sheet: { trouble: '第一次写的' } } },
  })
  expect((await world.as(worker).put(`/inquiries/${id}`, aSheet())).status).toBe(428)
  expect(await world.counts()).toEqual(before)
})

test('the same create sent twice with its key is done once and answered twice', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const body = { id: randomUUID(), channel: 'phone' }
  const key = randomUUID()
  const [first, second] = [
    await world.as(worker).post('/inquiries', body, { key }),
    await world.as(worker).post('/inquiries', body, { key }),
  ]
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  expect(await world.rows('select count(*)::int as n from inquiries')).toEqual([{ n: 1 }])
  const other = await world.as(worker).post('/inquiries', { ...body, channel: 'letter' }, { key })
  expect(other).toMatchObject({ status: 422, body: { code: 'key-used-differently' } })
})

test('the desk sees first who waits longest; what was concluded is shown newest first', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const receive = async (moment: string) => {
    world.at(moment)
    const inquiry = await aSharedInquiry(world, worker, await aPerson(world, worker), { source: 'guardian' })
    return inquiry
  }
  const [first, second] = [await receive('2026-03-02T02:00:00Z'), await receive('2026-03-02T03:00:00Z')]
  const list = async (query: string) => (await world.as(worker).get(`/inquiries?${query}`)).body
  const open = await list('limit=1')
  expect(open['rows']).toMatchObject([{ id: first.id, source: 'guardian', clientName: '李小龙' }])
  expect((await list(`limit=1&after=${open['next']}`))['rows']).toMatchObject([{ id: second.id }])

  for (const { id, version } of [first, second]) {
    const notNow = { decision: 'not-now', reason: '情况已经好转', notNowReason: 'not-needed' }
    await world.as(worker).put(`/inquiries/${id}/decision`, notNow, { version })
  }
  expect((await list('show=open'))['rows']).toEqual([])
  const concluded = await list('show=concluded&limit=1')
  expect(concluded['rows']).toMatchObject([{ id: second.id, decision: 'not-now' }])
  expect((await list(`show=concluded&limit=1&after=${concluded['next']}`))['rows']).toMatchObject([
    { id: first.id },
  ])
})

test('whoever is out of sight cannot be named, for naming them would show them', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const [worker, colleague] = [await world.worker(agencyId), await world.worker(agencyId)]
  const theirs = await aPerson(world, colleague)
  const id = randomUUID()
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  const before = await world.counts()

  for (const clientId of [theirs, randomUUID()]) {
    const refused = await world.as(worker).put(`/inquiries/${id}`, aSheet({ clientId }), { version: 1 })
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'invalid-input', fields: [{ path: 'clientId', code: 'unknown-choice' }] },
    })
  }
  expect(await world.counts()).toEqual(before)
})

test('what was registered is put right, but who it is about is not taken back', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const clientId = await aPerson(world, worker)
  const { id, version } = await aSharedInquiry(world, worker, clientId)
  const before = await world.counts()
  const emptied = aSheet({ clientId: null, source: null, helpType: null })
  const answer = await world.as(worker).put(`/inquiries/${id}`, emptied, { version })
  expect([answer.status, answer.body['fields']]).toEqual([
    422,
    ['source', 'helpType', 'clientId'].map((path) => ({ path, code: 'required' })),
  ])
  expect(await world.counts()).toEqual(before)
})

test('whoever did not come of their own will is registered with what made them come', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const clientId = await aPerson(world, worker)
  const id = randomUUID()
  const api = world.as(worker)
  const compelled = aSheet({ clientId, clientType: 'involuntary', resistance: '低头不语' })
  await api.post('/inquiries', { id, channel: 'on-site' })
  await api.put(`/inquiries/${id}`, compelled, { version: 1 })
  const calm = { emergency: false, reason: '目前安全', dangerKinds: [] }
  await api.put(`/inquiries/${id}/emergency-decision`, calm, { version: 2 })
  const before = await world.counts()
  expect(await api.put(`/inquiries/${id}/registration`, {}, { version: 3 })).toMatchObject({
    status: 422,
    body: { code: 'sheet-unfinished', fields: [{ path: 'involuntaryGround', code: 'required' }] },
  })
  expect(await world.counts()).toEqual(before)

  const whole = { ...compelled, involuntaryGround: 'drug-treatment' }
  await api.put(`/inquiries/${id}`, whole, { version: 3 })
  const registered = await api.put(`/inquiries/${id}/registration`, {}, { version: 4 })
  expect(registered).toMatchObject({ status: 200, body: { state: 'registered', sheet: whole } })
})

test('each earlier attempt to find help says whom they asked and what came of it, in its order', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { id, version } = await aSharedInquiry(world, worker, await aPerson(world, worker))
  const api = world.as(worker)
  const sharing = { callerAgrees: true, corrections: '', clientWishes: true }
  const half = aPreliminary({ earlierHelp: [anAttempt(), anAttempt({ askedWhom: '', result: null })] })
  await api.put(`/inquiries/${id}/preliminary-assessment`, half, { version })
  const before = await world.counts()
  const refused = await api.put(`/inquiries/${id}/sharing`, sharing, { version: version + 1 })
  expect(refused).toMatchObject({
    status: 422,
    body: {
      fields: [
        { path: 'earlierHelp.1.askedWhom', code: 'required' },
        { path: 'earlierHelp.1.result', code: 'required' },
      ],
    },
  })
  expect(await world.counts()).toEqual(before)

  const told = [anAttempt({ askedWhom: '居委会', result: 'refused' }), anAttempt({ result: 'partly' })]
  const whole = aPreliminary({ earlierHelp: told })
  await api.put(`/inquiries/${id}/preliminary-assessment`, whole, { version: version + 1 })
  const shared = await api.put(`/inquiries/${id}/sharing`, sharing, { version: version + 2 })
  expect(shared.body['preliminaryAssessment']).toEqual(whole)
})

test.each([
  [null, [], 'soughtHelpBefore'],
  [true, [], 'earlierHelp'],
])(
  'whether help was sought before (%s) is answered whole before it is shared',
  async (sought, rows, path) => {
    const world = await testWorld()
    const worker = await world.worker(await world.agency())
    const { id, version } = await aSharedInquiry(world, worker, await aPerson(world, worker))
    const half = aPreliminary({ soughtHelpBefore: sought, earlierHelp: rows })
    await world.as(worker).put(`/inquiries/${id}/preliminary-assessment`, half, { version })
    const sharing = { callerAgrees: true, corrections: '', clientWishes: true }
    const answer = await world.as(worker).put(`/inquiries/${id}/sharing`, sharing, { version: version + 1 })
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ path, code: 'required' }] } })
  },
)

test('“not needed now” says whether truly not or for another reason, and who may still need us', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { id, version } = await aSharedInquiry(world, worker, await aPerson(world, worker))
  const api = world.as(worker)
  const decision = { decision: 'not-now', reason: '女儿已搬来同住' }
  const before = await world.counts()
  expect(await api.put(`/inquiries/${id}/decision`, decision, { version })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'notNowReason', code: 'required' }] },
  })
  expect(await world.counts()).toEqual(before)

  const whole = { ...decision, notNowReason: 'other', potentialKind: 'may-need-later' }
  expect(await api.put(`/inquiries/${id}/decision`, whole, { version })).toMatchObject({
    status: 200,
    body: { state: 'concluded', conclusion: whole },
  })
})

test('which version of the notice was told, in which language and when, stays from the first save that says so (R-026)', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const words = { 'zh-CN': '我们这样使用信息。', en: 'How we use it.', ru: 'Как мы это используем.' }
  const id = randomUUID()
  let { version } = (await world.as(worker).post('/inquiries', { id, channel: 'phone' })).body
  const save = async (but: Parameters<typeof aSheet>[0]) => {
    const { body } = await world.as(worker).put(`/inquiries/${id}`, aSheet(but), { version: Number(version) })
    version = body['version']
    return body
  }
  // Nobody is named yet, so nothing waits for it.
  expect((await save({ toldItems: ['scope'], toldLanguage: null }))['told']).toBeNull()
  const told = { noticeVersion: 1, at: '2026-03-02T02:00:00.000Z' }
  expect(await save({ toldLanguage: 'ru' })).toMatchObject({ told, sheet: { toldLanguage: 'ru' } })

  await world.as(administrator).post('/consent-notices', { version: 2, words })
  world.at('2026-03-02T03:00:00Z')
  expect((await save({ toldLanguage: 'ru', trouble: '又一句' }))['told']).toEqual(told)
  const paper = await world.as(worker).get(`/inquiries/${id}/documents/F01?language=en`)
  expect(JSON.stringify(paper.body)).toContain('2026-03-02 · русский · v1')
  expect((await save({ toldItems: [] }))['told']).toBeNull()
  const again = { noticeVersion: 2, at: '2026-03-02T03:00:00.000Z' }
  expect((await save({}))['told']).toEqual(again)

  const received = { id: randomUUID(), outcome: 'draft', sheet: aSheet(), emergency: null }
  const rest = { given: { leafletIds: [], entryIds: [], words: '' }, outreachId: null }
  const atOnce = await world.as(worker).post('/receptions', { ...received, ...rest })
  expect(atOnce.body).toMatchObject({ told: again })
})
