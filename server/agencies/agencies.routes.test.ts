import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'

const aNewWorker = (but: object = {}) => ({
  id: randomUUID(),
  name: 'Ильина Мария',
  email: 'Maria@example.org',
  role: 'worker',
  level: 4,
  supervisorId: null,
  language: 'ru',
  password: '一路同行, step by step',
  ...but,
})

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2, name: '王督导' })
  return { world, agencyId, administrator, supervisor }
}

test('an administrator adds a colleague, whose first password opens only the choice of their own', async () => {
  const { world, administrator, supervisor } = await anAgency()
  const added = await world.as(administrator).post('/workers', aNewWorker({ supervisorId: supervisor.id }))
  expect(added).toMatchObject({
    status: 201,
    body: { name: 'Ильина Мария', openCases: 0, active: true, version: 1 },
  })
  const door = world.as(null)
  const begun = await door.post('/sign-ins', {
    email: 'maria@example.org',
    password: '一路同行, step by step',
    as: 'program',
  })
  expect(begun).toMatchObject({ status: 202, body: { step: 'own-password' } })
  const signedIn = await door.post('/sign-ins/own-password', {
    pending: begun.body['pending'],
    password: 'Тихая река течёт к морю',
    as: 'program',
  })
  expect(signedIn).toMatchObject({ status: 201, body: { worker: { name: 'Ильина Мария', level: 4 } } })
})

test('the staff list counts open cases for everybody, whatever the reader may see of them', async () => {
  const { world, agencyId, administrator } = await anAgency()
  const worker = await world.worker(agencyId, { name: '陈思远' })
  const colleague = await world.worker(agencyId, { name: '周敏' })
  await anOpenCase(world, worker)
  await anOpenCase(world, await world.worker(await world.agency()))
  for (const reader of [administrator, colleague]) {
    const { body } = await world.as(reader).get('/workers')
    const loads = [...(body['rows'] ?? [])].map(({ name, openCases }) => `${name} ${openCases}`)
    expect(loads.toSorted()).toEqual(['陈思远 0', '陈思远 1', '王督导 0', '周敏 0'].toSorted())
  }
  const page = await world.as(administrator).get('/workers?limit=3')
  const rest = await world.as(administrator).get(`/workers?limit=3&after=${String(page.body['next'])}`)
  expect([page.body['rows'], rest.body['rows']].map((rows) => [...(rows ?? [])].length)).toEqual([3, 1])
})

test.each([
  {
    why: 'a supervisor of level 3',
    but: { role: 'supervisor', level: 3 },
    path: 'level',
    code: 'agency/supervisor-needs-level-two',
  },
  {
    why: 'a supervisor nobody knows',
    but: { supervisorId: randomUUID() },
    path: 'supervisorId',
    code: 'agency/not-a-supervisor',
  },
])('$why is refused and nothing is written (R-223)', async ({ but, path, code }) => {
  const { world, administrator } = await anAgency()
  const before = await world.counts()
  const answer = await world.as(administrator).post('/workers', aNewWorker(but))
  expect(answer).toMatchObject({ status: 422, body: { code: 'sheet-unfinished', fields: [{ path, code }] } })
  expect(await world.counts()).toEqual(before)
})

test('an address belongs to one account, in whatever case it is written', async () => {
  const { world, administrator } = await anAgency()
  await world.as(administrator).post('/workers', aNewWorker())
  const before = await world.counts()
  const answer = await world.as(administrator).post('/workers', aNewWorker({ email: 'MARIA@example.org' }))
  expect(answer).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'email', code: 'agency/email-is-taken' }] },
  })
  expect(await world.counts()).toEqual(before)
})

test('only administrators change staff and agency, and never their own account away', async () => {
  const { world, agencyId, administrator } = await anAgency()
  const worker = await world.worker(agencyId)
  const other = await world.worker(await world.agency())
  const { body: agency } = await world.as(worker).get('/agency')
  expect(agency['abilities']).toMatchObject({ change: 'not-you' })
  const before = await world.counts()

  expect(await world.as(worker).post('/workers', aNewWorker())).toMatchObject({ status: 403 })
  expect(await world.as(worker).put('/agency', agency['profile'], { version: 1 })).toMatchObject({
    status: 403,
  })
  const own = {
    name: 'x',
    email: 'x@example.org',
    role: 'agency-administrator',
    level: 2,
    supervisorId: null,
    active: false,
  }
  const ended = await world.as(administrator).put(`/workers/${administrator.id}`, own, { version: 1 })
  expect(ended).toMatchObject({ status: 409, body: { code: 'agency/own-account' } })
  const foreign = await world
    .as(administrator)
    .put(`/workers/${other.id}`, { ...own, active: true }, { version: 1 })
  expect(foreign.status).toBe(404)
  expect(await world.counts()).toEqual(before)
})

test('a new supervisor sees the cases of their worker, and the former one no longer does', async () => {
  const { world, agencyId, administrator, supervisor } = await anAgency()
  const successor = await world.worker(agencyId, { role: 'supervisor', level: 1 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const { caseId } = await anOpenCase(world, worker)
  expect((await world.as(supervisor).get(`/cases/${caseId}`)).status).toBe(200)

  const change = {
    name: worker.name,
    email: 'chen@example.org',
    role: 'worker',
    level: 3,
    supervisorId: successor.id,
    active: true,
  }
  expect((await world.as(administrator).put(`/workers/${worker.id}`, change, { version: 1 })).status).toBe(
    200,
  )
  expect((await world.as(supervisor).get(`/cases/${caseId}`)).status).toBe(404)
  expect((await world.as(successor).get(`/cases/${caseId}`)).status).toBe(200)
  const stale = await world
    .as(administrator)
    .put(`/workers/${worker.id}`, { ...change, level: 4 }, { version: 1 })
  expect(stale).toMatchObject({ status: 412, body: { current: { version: 2, level: 3 } } })
})

test('the agency says what it offers, to whom and where; a case number begins with its letters', async () => {
  const { world, administrator } = await anAgency()
  const profile = {
    name: '同行社工站',
    language: 'zh-CN',
    serviceScope: '儿童与家庭',
    serviceArea: '安宁街道',
    clientRequirements: '',
    casePrefix: 'TX',
  }
  expect(await world.as(administrator).put('/agency', profile, { version: 1 })).toMatchObject({
    status: 200,
    body: { profile, version: 2 },
  })
  const wrong = await world
    .as(administrator)
    .put('/agency', { ...profile, casePrefix: '同行' }, { version: 2 })
  expect(wrong).toMatchObject({ status: 400, body: { fields: [{ path: 'casePrefix' }] } })
})

test('colleagues stand in the order of the reader’s language, Chinese by pinyin, page after page', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const reader = await world.worker(agencyId, { name: '赵一' })
  for (const name of ['王二', '陈三', '李四']) await world.worker(agencyId, { name })
  const first = await world.as(reader).get('/workers?limit=2')
  const second = await world.as(reader).get(`/workers?limit=2&after=${String(first.body['next'])}`)
  const names = [...(first.body['rows'] ?? []), ...(second.body['rows'] ?? [])].map((row) => row['name'])
  expect(names).toEqual(['陈三', '李四', '王二', '赵一'])
})

test('a first password leaves no trace among the kept answers', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const given = {
    id: randomUUID(),
    name: '周新',
    email: 'zhou.xin@example.org',
    role: 'worker',
    level: 4,
    supervisorId: null,
    language: 'zh-CN',
    password: '第一个口令要长一些才好记得住啊',
  }
  const answer = await world.as(administrator).post('/workers', given, { key: randomUUID() })
  expect(answer.status).toBe(201)
  expect(await world.rows('select 1 from kept_answers')).toEqual([])
})

test('the administrator and the head name who is on duty; nobody else does, and nobody who does no case work is named', async () => {
  const { world, agencyId, administrator, supervisor } = await anAgency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId, { name: '陈思远' })
  const inspector = await world.worker(agencyId, { role: 'inspector', level: 2 })
  const abroad = await world.worker(await world.agency({ name: '晨光社工站' }))
  const put = (who: typeof worker, dutyOfficerId: string | null, version: number) =>
    world.as(who).put('/agency/duty-officer', { dutyOfficerId }, { version })
  const before = await world.counts()
  for (const other of [worker, supervisor, inspector])
    expect((await put(other, worker.id, 1)).status).toBe(403)
  for (const wrong of [inspector.id, administrator.id, abroad.id, randomUUID()])
    expect(await put(administrator, wrong, 1)).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'dutyOfficerId', code: 'agency/not-for-duty' }] },
    })
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...before, audit_log: 0 })
  expect(await world.rows('select duty_officer_id from agencies where agency_id = $1', [agencyId])).toEqual([
    { duty_officer_id: null },
  ])
  expect(await put(administrator, worker.id, 1)).toMatchObject({ status: 200, body: { version: 2 } })
  expect(await put(head, supervisor.id, 1)).toMatchObject({ status: 412, body: { current: { version: 2 } } })
  expect(await put(head, supervisor.id, 2)).toMatchObject({ body: { dutyOfficer: { name: '王督导' } } })
  expect((await world.as(worker).get('/agency')).body).toMatchObject({
    dutyOfficer: { name: '王督导' },
    abilities: { nameDutyOfficer: 'not-you', change: 'not-you' },
  })
  await world.rows('update workers set active = false where id = $1', [supervisor.id])
  expect((await world.as(worker).get('/agency')).body['dutyOfficer']).toBeNull()
})
