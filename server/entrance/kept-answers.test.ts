import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson, aSharedInquiry, aSheet } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'

async function aDesk() {
  const world = await testWorld()
  const agencyId = await world.agency()
  return { world, worker: await world.worker(agencyId), colleague: await world.worker(agencyId) }
}

const lines = (world: World, { id }: TestWorker) =>
  world.rows<{ act: string; outcome: string; reason: string; inquiry_id: string | null }>(
    'select act, outcome, reason, inquiry_id from audit_log where worker_id = $1 order by id',
    [id],
  )

test('a create that arrives ten times at once is done once and answered ten times', async () => {
  const { world, worker } = await aDesk()
  const [id, key] = [randomUUID(), randomUUID()]
  const once = () => world.as(worker).post('/inquiries', { id, channel: 'phone' }, { key })
  const answers = await Promise.all(Array.from({ length: 10 }, once))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(await world.story()).toEqual(['inquiry-received'])
})

test('a save that arrives five times at once is one version, and no repeat is told that it came too late', async () => {
  const { world, worker } = await aDesk()
  const [id, key] = [randomUUID(), randomUUID()]
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  const save = () => world.as(worker).put(`/inquiries/${id}`, aSheet(), { version: 1, key })
  const answers = await Promise.all(Array.from({ length: 5 }, save))
  expect(answers.map(({ status, body }) => [status, body['version']])).toEqual(answers.map(() => [200, 2]))
})

test('a key belongs to its worker and to one request', async () => {
  const { world, worker, colleague } = await aDesk()
  const key = randomUUID()
  const open = (who: TestWorker, channel: string) =>
    world.as(who).post('/inquiries', { id: randomUUID(), channel }, { key })
  expect((await open(worker, 'phone')).status).toBe(201)
  expect((await open(colleague, 'phone')).status).toBe(201)
  const before = await world.counts()
  const other = await open(worker, 'online')
  expect([other.status, other.body['code']]).toEqual([422, 'key-used-differently'])
  expect(await world.counts()).toEqual(before)
})

test('an answer is not given again to whoever lost sight of what it shows', async () => {
  const { world, worker, colleague } = await aDesk()
  const client = await aPerson(world, worker)
  const { id, version } = await aSharedInquiry(world, worker, client)
  const key = randomUUID()
  const save = () =>
    world
      .as(colleague)
      .put(`/inquiries/${id}`, aSheet({ clientId: client, trouble: '秘密' }), { version, key })
  expect((await save()).status).toBe(200)
  expect((await save()).status).toBe(200)
  const decision = {
    decision: 'information-only',
    reason: '只需要信息',
    informationGiven: '学校的电话',
    serviceFields: [],
  }
  const concluded = await world
    .as(worker)
    .put(`/inquiries/${id}/decision`, { ...decision, caseManagerId: null }, { version: version + 1 })
  expect(concluded.status).toBe(200)
  const repeat = await save()
  expect([repeat.status, JSON.stringify(repeat.body).includes('秘密')]).toEqual([404, false])
})

test('an answer given again is a look, and the audit says so', async () => {
  const { world, worker } = await aDesk()
  const [id, key] = [randomUUID(), randomUUID()]
  const open = () => world.as(worker).post('/inquiries', { id, channel: 'phone' }, { key })
  await open()
  await open()
  const last = (await lines(world, worker)).at(-1)
  expect(last).toEqual({ act: 'look', outcome: 'done', reason: '', inquiry_id: id })
})

test('a change that came too early, too late or unfinished leaves its line of the audit', async () => {
  const { world, worker } = await aDesk()
  const id = randomUUID()
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  const refused = async (noun: string, body: unknown, version: number) => {
    const { status } = await world.as(worker).put(`/inquiries/${id}${noun}`, body, { version })
    return [status, (await lines(world, worker)).filter(({ outcome }) => outcome === 'refused').at(-1)]
  }
  const line = (reason: string) => ({ act: 'change', outcome: 'refused', reason, inquiry_id: id })
  expect(await refused('/registration', {}, 1)).toEqual([422, line('sheet-unfinished')])
  expect(await refused('', aSheet(), 9)).toEqual([412, line('changed-meanwhile')])
  // The answer to a stale write shows the record as it is now: that is a look as well.
  expect((await lines(world, worker)).at(-1)).toMatchObject({ act: 'look', outcome: 'done', inquiry_id: id })
  const sharing = { callerAgrees: true, corrections: '', clientWishes: true }
  expect(await refused('/sharing', sharing, 1)).toEqual([409, line('intake/not-registered')])
  const again = await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  expect([again.status, (await lines(world, worker)).at(-1)?.reason]).toEqual([409, 'already-there'])
})
