import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aSite, someSheets, writeVersion } from '#server/agencies/settings.factory.ts'
import { testWorld, type TestWorker, type World } from '#server/testing/world.ts'
import { aPerson, aSharedInquiry } from '../inquiry/inquiry.factory.ts'
import { aProblem, aScreening } from '../screening/screening.factory.ts'

async function refused(world: World, act: () => Promise<unknown>) {
  const before = await world.counts()
  const answer = await act()
  expect(await world.counts()).toEqual(before)
  return answer
}

async function anAgency(but: { prefix?: string } = {}) {
  const world = await testWorld()
  const agencyId = await world.agency(but)
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  return { world, agencyId, administrator, worker: await world.worker(agencyId) }
}

/** Decides that somebody waits; the id of their first contact. */
async function onTheList(world: World, worker: TestWorker, name: string) {
  const { id, version } = await aSharedInquiry(world, worker, await aPerson(world, worker, name))
  const wait = { decision: 'wait', reason: '名额已满。' }
  const answer = await world.as(worker).put(`/inquiries/${id}/decision`, wait, { version })
  expect(answer).toMatchObject({ status: 200, body: { state: 'waiting', conclusion: { decision: 'wait' } } })
  return { id, version: version + 1 }
}

test('who waits has a place and a reason, is asked after, and rises with what changed; then a place is free', async () => {
  const { world, agencyId, worker } = await anAgency()
  const api = world.as(worker)
  const first = await onTheList(world, worker, '周秀兰')
  world.at('2026-03-03T03:00:00Z')
  const second = await onTheList(world, worker, '钱国富')
  const places = async (query = '') =>
    [...((await api.get(`/waits?${query}`)).body['rows'] ?? [])].map(
      (row) => `${row['place']} ${row['personName']}`,
    )
  expect(await places()).toEqual(['1 周秀兰', '2 钱国富'])
  expect(await world.rows(`select kind from tasks where done_at is null order by due_at`)).toEqual([
    { kind: 'check-in-wait' },
    { kind: 'check-in-wait' },
  ])
  // Two weeks later nobody has asked: it stands on Today, overdue.
  world.at('2026-03-20T02:00:00Z')
  expect((await api.get('/waits?order=check-in')).body['rows']).toMatchObject([
    { inquiryId: first.id, checkOverdue: true },
    { inquiryId: second.id, checkOverdue: true },
  ])
  expect((await api.get('/today')).body['rows']).toMatchObject([
    { kind: 'check-in-wait' },
    { kind: 'check-in-wait' },
  ])
  const held = {
    id: randomUUID(),
    whatChanged: '儿子失业，欠了房租。',
    stillWishes: true,
    priority: 'urgent',
    nextOn: '2026-03-27',
  }
  const path = `/inquiries/${second.id}/wait/check-in`
  const ask = (but: object, version: number) => api.put(path, { ...held, ...but }, { version })
  expect(await refused(world, () => ask({ whatChanged: ' ' }, 1))).toMatchObject({ status: 422 })
  expect(await refused(world, () => ask({ nextOn: '2026-03-20' }, 1))).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'nextOn', code: 'intake/check-in-comes-later' }] },
  })
  expect(await refused(world, () => ask({}, 9))).toMatchObject({ status: 412 })
  expect(await ask({}, 1)).toMatchObject({
    status: 200,
    body: {
      place: 1,
      of: 2,
      priority: 'urgent',
      checkOverdue: false,
      checkIns: [{ whatChanged: held.whatChanged }],
    },
  })
  expect(await places()).toEqual(['1 钱国富', '2 周秀兰'])
  const wait = { decision: 'wait', reason: '再等等' }
  const again = () => api.put(`/inquiries/${second.id}/decision`, wait, { version: second.version })
  expect(await refused(world, again)).toMatchObject({ status: 409, body: { code: 'intake/waits-already' } })
  const accept = {
    decision: 'accept',
    reason: '有名额了。',
    caseManagerId: worker.id,
    serviceFields: ['community-care'],
  }
  expect(
    await api.put(`/inquiries/${second.id}/decision`, accept, { version: second.version }),
  ).toMatchObject({ status: 200, body: { state: 'concluded', conclusion: { decision: 'accept' } } })
  expect((await api.get(`/inquiries/${second.id}/wait`)).body).toMatchObject({
    left: { decision: 'accept', reason: '有名额了。' },
    abilities: { checkIn: 'not-now' },
  })
  expect(await refused(world, () => ask({ id: randomUUID(), nextOn: '2026-04-02' }, 3))).toMatchObject({
    status: 409,
  })
  expect(await places()).toEqual(['1 周秀兰'])
  const colleague = await world.worker(agencyId)
  expect((await world.as(colleague).get('/waits')).body['rows']).toHaveLength(1)
  const stranger = await world.worker(await world.agency())
  expect((await world.as(stranger).get('/waits')).body['rows']).toEqual([])
  expect((await world.as(stranger).get(`/inquiries/${first.id}/wait`)).status).toBe(404)
})

test('one person is screened differently by the agency and by its site, with the numbers it rests on', async () => {
  const { world, administrator, worker } = await anAgency()
  const write = (kind: 'catchment' | 'capacity', sheet: unknown, subject = '') =>
    writeVersion(world, administrator, { kind, sheet, subject })
  await write('catchment', someSheets.catchment)
  await write('capacity', { ...someSheets.capacity, cases: 0 })
  const { siteId } = await aSite(world, administrator)
  await write('catchment', { areas: [{ prefix: '620102', name: '城关区' }] }, siteId)
  const { id, version } = await aSharedInquiry(
    world,
    worker,
    await aPerson(world, worker, '李小龙', '1950-01-01'),
  )
  const path = `/inquiries/${id}/screening`
  const danger = aProblem({ danger: true, difficulty: 3, clientRank: 3 })
  const simple = aProblem({ difficulty: 1, clientRank: 2 })
  const sheet = aScreening({ residenceCode: '620102', problems: [aProblem(), simple, danger] })
  const answer = await world.as(worker).put(path, sheet, { version })
  expect(answer).toMatchObject({
    status: 200,
    body: {
      residence: { names: ['甘肃省', '兰州市', '城关区'] },
      order: [danger.id, simple.id, sheet.problems[0]?.id],
    },
  })
  const flagsOf = (place: number) =>
    Object.fromEntries(
      [...(answer.body['places']?.[place]?.['flags'] ?? [])].map((flag) => [String(flag['kind']), flag]),
    )
  expect(flagsOf(0)).toMatchObject({
    area: { verdict: 'misses', facts: { ours: '安宁区', lives: '甘肃省兰州市城关区' } },
    places: { verdict: 'misses', facts: { taken: 0, limit: 0 } },
  })
  expect(flagsOf(1)).toMatchObject({ area: { verdict: 'fits' } })
  expect(await refused(world, () => world.as(worker).put(path, sheet, { version }))).toMatchObject({
    status: 412,
  })
})
