import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { type TestWorker, testWorld } from '#server/testing/world.ts'
import { aRecordedPerson, aRelation } from './people.factory.ts'

async function aCaseWithStaff() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const colleague = await world.worker(agencyId)
  const { caseId, clientId } = await anOpenCase(world, manager)
  return { world, manager, supervisor, head, colleague, caseId, clientId }
}

const address = '望江小区 9 栋 302'

test('the manager writes where the client lives in hiding; their supervisor reads it; each look is on the audit', async () => {
  const { world, manager, supervisor, clientId } = await aCaseWithStaff()
  const place = `/people/${clientId}/safe-address`
  expect((await world.as(manager).get(place)).body).toEqual({ address: '', version: 0 })
  const written = await world.as(manager).put(place, { address }, { version: 0 })
  expect(written).toMatchObject({ status: 200, body: { address, version: 1 } })
  expect(written.headers['etag']).toBe('"1"')
  expect((await world.as(supervisor).get(place)).body).toEqual({ address, version: 1 })
  expect((await world.as(supervisor).get(`/people/${clientId}`)).body['safeAddress']).toEqual({
    sight: 'yes',
    known: true,
  })
  const lines = await world.rows(
    `select act, worker_id from audit_log where subject_kind = 'safe-address' and person_id = $1 order by id`,
    [clientId],
  )
  expect(lines).toEqual([
    { act: 'look', worker_id: manager.id },
    { act: 'change', worker_id: manager.id },
    { act: 'look', worker_id: supervisor.id },
  ])
})

test('whoever sees the person by a post, or not at all, does not learn that there is a safe address', async () => {
  const { world, manager, head, colleague, clientId } = await aCaseWithStaff()
  const place = `/people/${clientId}/safe-address`
  await world.as(manager).put(place, { address }, { version: 0 })
  const before = await world.counts()
  for (const reader of [head, colleague]) {
    expect((await world.as(reader).get(place)).status).toBe(404)
    expect((await world.as(reader).put(place, { address: '' }, { version: 1 })).status).toBe(404)
  }
  expect(await world.counts()).toEqual(before)
  const seen = await world.as(head).get(`/people/${clientId}`)
  expect(seen).toMatchObject({ status: 200, body: { safeAddress: { sight: 'not-you', known: false } } })
  expect(JSON.stringify(seen.body)).not.toContain('望江')
})

test('at the desk, only whoever received the first contact may know it, and no longer when it is decided', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const receiver = await world.worker(agencyId)
  const deskmate = await world.worker(agencyId)
  const caller = await aRecordedPerson(world, receiver, { name: '李梅' })
  const place = `/people/${caller}/safe-address`
  // Before anybody else sees the person, whoever recorded them.
  expect((await world.as(receiver).get(place)).status).toBe(200)
  const inquiryId = '0b7f3c55-9a0e-4f1a-8f0b-2d9c4a1e7b11'
  await world.as(receiver).post('/inquiries', { id: inquiryId, channel: 'phone' })
  await world.rows('update inquiries set caller_id = $2 where id = $1', [inquiryId, caller])
  expect((await world.as(receiver).put(place, { address }, { version: 0 })).status).toBe(200)
  expect((await world.as(deskmate).get(`/people/${caller}`)).status).toBe(200)
  expect((await world.as(deskmate).get(place)).status).toBe(404)
  await world.rows(`update sight_grants set ended_at = now() where principal_id = $1`, [receiver.id])
  expect((await world.as(receiver).get(place)).status).toBe(404)
})

test('the address of a relative is known to whoever works on the case', async () => {
  const { world, manager, head, clientId } = await aCaseWithStaff()
  const mother = await aRecordedPerson(world, manager, { name: '李梅' })
  await world.as(manager).post(`/people/${clientId}/relations`, aRelation(mother, { kind: 'mother' }))
  const place = `/people/${mother}/safe-address`
  expect((await world.as(manager).put(place, { address }, { version: 0 })).status).toBe(200)
  expect((await world.as(head).get(place)).status).toBe(404)
})

test('two who write at once: the later one is told, and has changed nothing', async () => {
  const { world, manager, supervisor, clientId } = await aCaseWithStaff()
  const place = `/people/${clientId}/safe-address`
  const write = (worker: TestWorker, text: string, version: number) =>
    world.as(worker).put(place, { address: text }, { version })
  const both = await Promise.all([write(manager, '甲', 0), write(supervisor, '乙', 0)])
  expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412'])
  const before = await world.counts()
  expect(await write(supervisor, '丙', 0)).toMatchObject({
    status: 412,
    body: { code: 'changed-meanwhile', current: { version: 1 } },
  })
  expect((await world.as(manager).put(place, { address: '' })).status).toBe(428)
  expect(await world.counts()).toEqual(before)
})

test('two who seal something of one person for the first time go on with the same key', async () => {
  const { world, manager, supervisor, clientId } = await aCaseWithStaff()
  const place = `/people/${clientId}/safe-address`
  for (let time = 0; time < 12; time += 1) {
    await world.rows('delete from safe_addresses')
    await world.rows('delete from person_keys')
    const both = await Promise.all(
      [manager, supervisor].map((who) => world.as(who).put(place, { address: '甲' }, { version: 0 })),
    )
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412'])
    expect((await world.as(manager).get(place)).body).toMatchObject({ address: '甲', version: 1 })
  }
})

test('the database alone keeps a safe address from the head and the desk', async () => {
  const { world, manager, clientId } = await aCaseWithStaff()
  await world.as(manager).put(`/people/${clientId}/safe-address`, { address }, { version: 0 })
  const policies = await world.rows<{ cmd: string; qual: string | null; with_check: string | null }>(
    `select cmd, qual, with_check from pg_policies where tablename = 'safe_addresses' and policyname <> 'owner_keeps'`,
  )
  expect(policies).toHaveLength(9)
  const loose = policies.filter(
    ({ qual, with_check: check }) => !`${qual}${check}`.includes('may_see_safe_address'),
  )
  expect(loose).toEqual([])
})
