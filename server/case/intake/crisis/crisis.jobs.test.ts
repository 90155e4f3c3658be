import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startJobs } from '#server/jobs.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'

async function anEmergency(world: World, worker: TestWorker) {
  const id = randomUUID()
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  const decision = { emergency: true, reason: '孩子说不想活了', dangerKinds: ['self-harm'] }
  await world.as(worker).put(`/inquiries/${id}/emergency-decision`, decision, { version: 1 })
  return id
}

const waiting = (world: World) =>
  world.rows('select id from graphile_worker.jobs where attempts < max_attempts and last_error is null')

async function runQueue(world: World) {
  const jobs = await startJobs(world.platform, world.appUrl)
  onTestFinished(jobs.stop)
  await vi.waitFor(async () => expect(await waiting(world)).toEqual([]), { timeout: 10_000, interval: 50 })
}

const told = (world: World) =>
  world.rows<{ worker_id: string }>(
    `select worker_id, kind, inquiry_id from notices order by told_at, worker_id`,
  )

test('in the transaction of the decision every active head and the supervisor know, and once more after its hour', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2, name: '孙岚' })
  const heads = [
    await world.worker(agencyId, { role: 'agency-head', level: 1, name: '赵红梅' }),
    await world.worker(agencyId, { role: 'agency-head', level: 2, name: '高敏' }),
  ]
  const gone = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  await world.worker(await world.agency(), { role: 'agency-head', level: 1 })
  await world.rows('update workers set active = false where id = $1', [gone.id])
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const inquiryId = await anEmergency(world, worker)
  const expected = [supervisor, ...heads].map(({ id }) => id).toSorted()
  expect((await told(world)).map(({ worker_id: id }) => id).toSorted()).toEqual(expected)
  expect((await world.as(supervisor).get('/notices')).body['rows']).toMatchObject([
    { kind: 'emergency', inquiryId },
  ])
  const crisis = await world.as(worker).get(`/inquiries/${inquiryId}/crisis`)
  expect(crisis).toMatchObject({
    status: 200,
    body: { sheet: { kinds: ['self-harm'], danger: 'immediate', facts: '孩子说不想活了' }, ended: null },
  })
  expect([...(crisis.body['lines'] ?? [])].map((line) => String(line['who'])).toSorted()).toEqual(
    ['孙岚', '赵红梅', '高敏'].toSorted(),
  )

  await runQueue(world)
  expect(await told(world)).toHaveLength(6)
  const audited = await world.rows(
    `select worker_id, outcome from audit_log where inquiry_id = $1 and request_id like 'job %'`,
    [inquiryId],
  )
  expect(audited).toEqual([{ worker_id: worker.id, outcome: 'done' }])
})

test('a crisis is written while it lasts, ended once, and nothing of it changes afterwards', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const inquiryId = await anEmergency(world, worker)
  const path = `/inquiries/${inquiryId}/crisis`
  const api = world.as(worker)
  const sheet = {
    kinds: ['self-harm'],
    danger: 'high',
    facts: '在学校天台，老师陪着。',
    personsAtRisk: '本人',
    lifeSafety: '老师陪在身边',
    propertySafety: '',
  }
  expect(await api.put(path, sheet, { version: 1 })).toMatchObject({
    status: 200,
    body: { sheet, version: 2 },
  })
  const line = {
    id: randomUUID(),
    kind: 'support',
    what: '请医生到场',
    who: '120',
    result: '',
    doneAt: '2026-03-02T02:05:00Z',
  }
  expect(await api.post(`${path}/lines`, line)).toMatchObject({ status: 201 })
  const before = await world.counts()
  expect(await api.post(`${path}/lines`, { ...line, id: randomUUID(), what: ' ' })).toMatchObject({
    status: 422,
  })
  expect(await api.put(`${path}/end`, { outcome: ' ' }, { version: 2 })).toMatchObject({ status: 422 })
  expect(await api.put(`${path}/end`, { outcome: '平安' }, { version: 1 })).toMatchObject({ status: 412 })
  expect(await world.counts()).toEqual(before)
  expect(await api.put(`${path}/end`, { outcome: '已送医，家人陪护。' }, { version: 2 })).toMatchObject({
    status: 200,
    body: { ended: { outcome: '已送医，家人陪护。' }, abilities: { change: 'not-now' } },
  })
  for (const act of [
    () => api.put(path, sheet, { version: 3 }),
    () => api.put(`${path}/end`, { outcome: '再次' }, { version: 3 }),
    () => api.post(`${path}/lines`, { ...line, id: randomUUID() }),
  ])
    expect(await act()).toMatchObject({ status: 409, body: { code: 'intake/crisis-over' } })
  await expect(world.rows(`update crises set facts = 'x'`)).rejects.toThrow('is over')
  const stranger = await world.worker(await world.agency())
  expect(await world.as(stranger).get(path)).toMatchObject({ status: 404 })
  expect(await world.story()).toEqual([
    'inquiry-received',
    'emergency-decided',
    'crisis-opened',
    'crisis-ended',
  ])
})

test('a job whose originator no longer works here does nothing and stays in the queue with its error', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId)
  await anEmergency(world, worker)
  await world.rows('update workers set active = false where id = $1', [worker.id])
  const before = await world.counts()

  await runQueue(world)
  expect(await world.counts()).toEqual(before)
  const [job] = await world.rows<{ last_error: string }>(
    'select attempts, max_attempts, last_error from graphile_worker.jobs',
  )
  expect(job).toMatchObject({ attempts: 1, max_attempts: 5 })
  expect(job?.last_error).toContain('no longer works here')
})

test('an emergency that was found to be none ends its crisis with that word, and is not told again', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId)
  const id = await anEmergency(world, worker)
  const calm = { emergency: false, reason: '已确认安全', dangerKinds: [] }
  await world.as(worker).put(`/inquiries/${id}/emergency-decision`, calm, { version: 2 })
  await runQueue(world)
  expect(await told(world)).toHaveLength(1)
  expect((await world.as(worker).get(`/inquiries/${id}/crisis`)).body['ended']).toMatchObject({
    outcome: '已确认安全',
  })
})
