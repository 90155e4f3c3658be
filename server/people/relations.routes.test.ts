import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { enterAs } from '#server/access/index.ts'
import { testWorld } from '#server/testing/world.ts'
import { confirmationNeedOf } from './index.ts'
import { aRecordedPerson, aRelation } from './people.factory.ts'

async function aFamily() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const child = await aRecordedPerson(world, worker, { name: '李小龙', birthDate: '2014-09-12', phone: '' })
  const grandmother = await aRecordedPerson(world, worker)
  return { world, worker, api: world.as(worker), child, grandmother }
}

const change = {
  kind: 'paternal-grandmother',
  guardian: false,
  caregiver: true,
  livesTogether: true,
  proof: '',
  ended: false,
}

test('a guardian is recorded with relation and proof, and seen from both sides', async () => {
  const { api, child, grandmother } = await aFamily()
  const relation = aRelation(grandmother)
  const added = await api.post(`/people/${child}/relations`, relation)
  expect(added).toMatchObject({
    status: 201,
    body: {
      id: relation.id,
      person: { id: grandmother, name: '王桂英' },
      guardian: true,
      proof: '户口簿',
      version: 1,
    },
  })
  const seenFromChild = (await api.get(`/people/${child}`)).body
  expect(seenFromChild).toMatchObject({
    warnings: [],
    relatives: [{ id: relation.id, phone: '138 1234 5678', endedAt: null }],
  })
  const seenFromHer = (await api.get(`/people/${grandmother}`)).body
  expect(seenFromHer).toMatchObject({
    relatives: [],
    relativeOf: [{ person: { id: child }, kind: 'paternal-grandmother' }],
  })
})

test('a minor, or somebody without full capacity, cannot be a guardian, but can be a relative', async () => {
  const { world, worker, api, child } = await aFamily()
  const sister = await aRecordedPerson(world, worker, { name: '李小凤', birthDate: '2009-01-20' })
  const father = await aRecordedPerson(world, worker, {
    name: '李强',
    birthDate: '1986-01-20',
    legalCapacity: 'limited',
  })
  const before = await world.counts()
  const asSister = aRelation(sister, { kind: 'elder-sister' })
  expect(await api.post(`/people/${child}/relations`, asSister)).toMatchObject({
    status: 422,
    body: { code: 'people/guardian-is-a-minor', fields: [{ path: 'guardian' }] },
  })
  expect(await api.post(`/people/${child}/relations`, aRelation(father, { kind: 'father' }))).toMatchObject({
    status: 422,
    body: { code: 'people/guardian-lacks-capacity' },
  })
  expect(await world.counts()).toEqual(before)

  const added = await api.post(`/people/${child}/relations`, { ...asSister, guardian: false })
  expect(added.status).toBe(201)
  const made = await api.put(
    `/people/${child}/relations/${asSister.id}`,
    { ...change, kind: 'elder-sister', guardian: true },
    { version: 1 },
  )
  expect(made).toMatchObject({ status: 422, body: { code: 'people/guardian-is-a-minor' } })
})

test('nobody is their own relative, and nobody is said to be one twice', async () => {
  const { world, api, child, grandmother } = await aFamily()
  await api.post(`/people/${child}/relations`, aRelation(grandmother))
  const before = await world.counts()
  expect(await api.post(`/people/${child}/relations`, aRelation(child, { guardian: false }))).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'relativeId', code: 'people/related-to-self' }] },
  })
  expect(await api.post(`/people/${child}/relations`, aRelation(grandmother))).toMatchObject({
    status: 409,
    body: { code: 'people/already-related' },
  })
  expect(await world.counts()).toEqual(before)
})

test('a relation that ended is history: it is kept, unchangeable, and can begin anew', async () => {
  const { world, api, child, grandmother } = await aFamily()
  const relation = aRelation(grandmother)
  const path = `/people/${child}/relations/${relation.id}`
  await api.post(`/people/${child}/relations`, relation)
  const ended = await api.put(path, { ...change, ended: true }, { version: 1 })
  expect(ended).toMatchObject({ status: 200, body: { version: 2, endedAt: '2026-03-02T02:00:00.000Z' } })
  const before = await world.counts()
  expect(await api.put(path, change, { version: 2 })).toMatchObject({
    status: 409,
    body: { code: 'people/relation-ended' },
  })
  expect(await world.counts()).toEqual(before)
  expect((await api.get(`/people/${child}`)).body['warnings']).toEqual(['guardian-missing'])
  expect((await api.post(`/people/${child}/relations`, aRelation(grandmother))).status).toBe(201)
})

test('whoever saw an older version of a relation gets the present one and has changed nothing', async () => {
  const { world, api, child, grandmother } = await aFamily()
  const relation = aRelation(grandmother)
  const path = `/people/${child}/relations/${relation.id}`
  await api.post(`/people/${child}/relations`, relation)
  await api.put(path, { ...change, proof: '法院判决' }, { version: 1 })
  const before = await world.counts()
  expect(await api.put(path, change, { version: 1 })).toMatchObject({
    status: 412,
    body: { current: { version: 2, proof: '法院判决' } },
  })
  expect(await world.counts()).toEqual(before)
})

test('a relation cannot pull somebody into sight whom the writer does not see', async () => {
  const { world, worker, child, grandmother } = await aFamily()
  const stranger = await world.worker(worker.agencyId, { name: '旁人' })
  const theirs = await aRecordedPerson(world, stranger, { name: '赵铁柱', phone: '' })
  const before = await world.counts()
  const api = world.as(stranger)
  expect((await api.post(`/people/${theirs}/relations`, aRelation(grandmother))).status).toBe(404)
  expect((await api.post(`/people/${child}/relations`, aRelation(theirs))).status).toBe(404)
  expect(await world.counts()).toEqual(before)
  // The second wall: the same row straight into the table, as the application's worker.
  const actor = actorFor(stranger)
  const forged = enterAs(
    world.platform.database,
    { actor, operation: 'person.change', now: world.now() },
    ({ db }) =>
      db
        .insertInto('relations')
        .values({
          agencyId: actor.agencyId,
          id: randomUUID(),
          personId: theirs,
          relativeId: grandmother,
          kind: 'other',
          recordedBy: stranger.id,
        })
        .execute(),
  )
  await expect(forged).rejects.toThrow(/row-level security/u)
})

test('whoever works on the case sees a relative who is recorded later', async () => {
  const { world, worker, api, grandmother } = await aFamily()
  const { clientId } = await anOpenCase(world, worker)
  expect((await api.post(`/people/${clientId}/relations`, aRelation(grandmother))).status).toBe(201)
  expect((await api.get(`/people/${grandmother}`)).status).toBe(200)
  const head = await world.worker(worker.agencyId, { role: 'agency-head', level: 1 })
  expect((await world.as(head).get(`/people/${grandmother}`)).status).toBe(200)
})

test('who must confirm beside a child: every present guardian, and nobody for an adult', async () => {
  const { world, worker, api, child, grandmother } = await aFamily()
  const teacher = await aRecordedPerson(world, worker, { name: '孙老师', birthDate: null })
  await api.post(`/people/${child}/relations`, aRelation(grandmother))
  await api.post(`/people/${child}/relations`, aRelation(teacher, { kind: 'teacher', guardian: false }))
  const need = (id: string) =>
    enterAs(
      world.platform.database,
      { actor: actorFor(worker), operation: 'plan.confirm', now: world.now() },
      (tx) => confirmationNeedOf(tx, id),
    )
  expect(await need(child)).toEqual({
    needsGuardian: true,
    isMinor: true,
    guardians: [{ id: grandmother, name: '王桂英', kind: 'paternal-grandmother' }],
  })
  expect(await need(grandmother)).toEqual({ needsGuardian: false, isMinor: false, guardians: [] })
})

const actorFor = ({ id, agencyId }: { id: string; agencyId: string }) => ({
  agencyId,
  workerId: id,
  principals: [id],
  role: 'worker' as const,
  level: 3 as const,
  signInId: id,
  name: '',
  language: 'zh-CN' as const,
  agencyName: '',
  demo: false,
})
