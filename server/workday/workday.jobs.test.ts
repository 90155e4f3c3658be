import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startJobs } from '#server/jobs.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
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

test('an emergency is told to every active head and the supervisor, through the real queue, and twice is once', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const heads = [
    await world.worker(agencyId, { role: 'agency-head', level: 1 }),
    await world.worker(agencyId, { role: 'agency-head', level: 2 }),
  ]
  const gone = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  await world.worker(await world.agency(), { role: 'agency-head', level: 1 })
  await world.rows('update workers set active = false where id = $1', [gone.id])
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const inquiryId = await anEmergency(world, worker)
  expect(await told(world)).toEqual([])

  await runQueue(world)
  const expected = [supervisor, ...heads].map(({ id }) => id).toSorted()
  expect((await told(world)).map(({ worker_id: id }) => id).toSorted()).toEqual(expected)
  expect((await world.as(supervisor).get('/notices')).body['rows']).toMatchObject([
    { kind: 'emergency', inquiryId },
  ])
  const audited = await world.rows(
    `select worker_id, outcome from audit_log where inquiry_id = $1 and request_id like 'job %'`,
    [inquiryId],
  )
  expect(audited).toEqual([{ worker_id: worker.id, outcome: 'done' }])

  await enqueueAsOwner(world, { agencyId, workerId: worker.id, inquiryId })
  await vi.waitFor(async () => expect(await waiting(world)).toEqual([]), { timeout: 10_000, interval: 50 })
  expect(await told(world)).toHaveLength(3)
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

test('an emergency that was found to be none before anybody was told is not told', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId)
  const id = await anEmergency(world, worker)
  const calm = { emergency: false, reason: '已确认安全', dangerKinds: [] }
  await world.as(worker).put(`/inquiries/${id}/emergency-decision`, calm, { version: 2 })
  await runQueue(world)
  expect(await told(world)).toEqual([])
})

async function enqueueAsOwner(world: World, payload: Parameters<typeof enqueue>[2]) {
  await world.rows(`select enqueue_job('tell-head-of-emergency', $1::jsonb, null)`, [JSON.stringify(payload)])
}
