import { expect, test } from 'vitest'
import type { FamilySheet } from '#contract/drawings.ts'
import { nobodyYet, placed } from '#drawing/genogram/editing.ts'
import { aCaseInAssessment, aSignedAssessment } from '#server/case/assessment/assessment.factory.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aCaseInFollowUp } from '#server/case/followup/followup.factory.ts'
import { aRecordedPerson, aRelation } from '#server/people/people.factory.ts'
import { testWorld, type World } from '#server/testing/world.ts'
import { aFamily, anEcomap } from './drawings.factory.ts'

async function aChild() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const stranger = await world.worker(agencyId, { name: '旁人' })
  const child = await aRecordedPerson(world, worker, {
    name: '李小龙',
    sex: '1',
    birthDate: '2014-09-12',
    phone: '',
  })
  return { world, worker, stranger, child, api: world.as(worker) }
}

/** Nothing but the audit is written by what is refused. */
async function refused(world: World, act: () => Promise<unknown>) {
  const before = await world.counts()
  const answer = await act()
  expect(await world.counts()).toEqual(before)
  return answer
}

test('a family is written once and again; of whom a record exists, the record says who they are', async () => {
  const { world, child, api } = await aChild()
  const path = `/people/${child}/family`
  expect((await api.get(path)).body).toEqual({
    family: null,
    masked: false,
    version: 0,
    abilities: { write: 'yes' },
  })
  const family = aFamily(child)
  const [first, ...others] = family.persons
  const sent = { ...family, persons: [{ ...first, name: '别的名字', sex: 'female' }, ...others] }
  const written = await api.put(path, sent, { version: 0 })
  expect(written).toMatchObject({
    status: 200,
    body: {
      version: 1,
      family: {
        persons: [{ name: '李小龙', sex: 'male', birth: '2014-09-12' }, { name: '李强', birth: '1986' }, {}],
        unions: [{ partnerA: 'father', partnerB: 'mother' }],
        ties: [{ kind: 'conflict' }],
      },
    },
  })
  const [kept] = await world.rows<{ family: FamilySheet }>('select family from family_sheets')
  expect(kept?.family.persons[0]).toMatchObject({ name: '', sex: 'unknown', birth: null })
  expect(await refused(world, () => api.put(path, family, { version: 0 }))).toMatchObject({
    status: 412,
    body: { current: { version: 1 } },
  })
  expect((await api.put(path, { ...family, ties: [] }, { version: 1 })).body).toMatchObject({ version: 2 })
})

test('what nobody could draw is refused, and so is a record that the writer does not see', async () => {
  const { world, stranger, child, api } = await aChild()
  const path = `/people/${child}/family`
  const family = aFamily(child)
  const [link] = family.childLinks
  const turned = { ...family, childLinks: [link, { ...link, child: 'father' }] }
  expect(await refused(world, () => api.put(path, turned, { version: 0 }))).toMatchObject({
    status: 422,
    body: { code: 'drawings/not-drawable' },
  })
  const theirs = await aRecordedPerson(world, stranger, { name: '赵铁柱', phone: '' })
  const [client, father, mother] = family.persons
  const withTheirs = { ...family, persons: [client, { ...father, personId: theirs }, mother] }
  expect(await refused(world, () => api.put(path, withTheirs, { version: 0 }))).toMatchObject({
    status: 422,
    body: { code: 'drawings/stranger' },
  })
  const out = world.as(stranger)
  expect((await out.get(path)).status).toBe(404)
  expect(await refused(world, () => out.put(path, family, { version: 0 }))).toMatchObject({ status: 404 })
})

test('who sees the person, but not a relative of theirs, is not told the name of that relative', async () => {
  const { world, worker, api } = await aChild()
  const { clientId } = await anOpenCase(world, worker)
  const colleague = await world.worker(worker.agencyId, { name: '同事' })
  const father = await aRecordedPerson(world, worker, { name: '李刚', sex: '1' })
  const [client, other, mother] = aFamily(clientId).persons
  const family = { ...aFamily(clientId), persons: [client, { ...other, personId: father }, mother] }
  await api.put(`/people/${clientId}/family`, family, { version: 0 })
  await world.rows(`update people set readers = readers || $1::uuid where id = $2`, [colleague.id, clientId])
  const seen = async () => (await world.as(colleague).get(`/people/${clientId}/family`)).body
  expect(await seen()).toMatchObject({
    family: { persons: [{ personId: clientId }, { personId: father, name: '', sex: 'unknown' }, {}] },
  })
  await api.post(`/people/${clientId}/relations`, aRelation(father, { kind: 'father', guardian: false }))
  expect((await api.get(`/people/${clientId}/family`)).body).toMatchObject({
    family: { persons: [{}, { name: '李刚', sex: 'male' }, {}] },
  })
})

test('a case out of sight takes nothing from whoever received the person, row-level security or not', async () => {
  const world = await testWorld({}, { apart: true })
  const worker = await world.worker(await world.agency())
  const colleague = await world.worker(worker.agencyId, { name: '旁人' })
  const { clientId } = await anOpenCase(world, worker)
  await world.rows('update people set readers = readers || $1::uuid where id = $2', [colleague.id, clientId])
  await world.rows('alter table cases disable row level security')
  const api = world.as(colleague)
  expect((await api.get(`/people/${clientId}/family`)).body).toMatchObject({ abilities: { write: 'yes' } })
  expect((await api.put(`/people/${clientId}/family`, aFamily(clientId), { version: 0 })).status).toBe(200)
})

test('illnesses, losses, emotional lines and the ecomap are not sent to whoever need not know them, on no form either', async () => {
  const { world, worker: colleague } = await aChild()
  const { agencyId } = colleague
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const api = world.as(worker)
  const { caseId, clientId } = await aCaseInAssessment(world, worker)
  await aSignedAssessment(world, worker, caseId)
  const family = aFamily(clientId)
  const persons = family.persons.map((one) =>
    one.id === 'father' ? { ...one, marks: ['misuse' as const] } : one,
  )
  const lost = { ...nobodyYet('lost'), status: 'miscarriage' as const }
  const whole = placed({ ...family, persons }, lost, { beside: 'client', as: 'sibling' })
  const { days } = anEcomap()
  const [familyPath, ecomapPath] = [`/people/${clientId}/family`, `/cases/${caseId}/ecomaps`]
  await api.put(familyPath, whole, { version: 0 })
  await api.put(ecomapPath, { days }, { version: 0 })
  const seen = async (who: typeof head, path: string) => (await world.as(who).get(path)).body
  for (const who of [worker, supervisor]) {
    expect(await seen(who, familyPath)).toMatchObject({ masked: false, family: { persons: { length: 4 } } })
    expect(await seen(who, ecomapPath)).toMatchObject({ masked: false, days: { length: 1 } })
  }
  expect(await seen(head, familyPath)).toMatchObject({
    masked: true,
    version: 0,
    family: { persons: [{ marks: [] }, { marks: [] }, { marks: [] }], ties: [], childLinks: { length: 1 } },
    abilities: { write: 'not-you' },
  })
  expect(await seen(head, ecomapPath)).toMatchObject({ masked: true, version: 0, days: [] })
  const masked = (await seen(head, familyPath))['family']
  for (const version of [0, 1])
    expect(await refused(world, () => world.as(head).put(familyPath, masked, { version }))).toMatchObject({
      status: 403,
    })
  const form = `/cases/${caseId}/documents/F08?language=en`
  const [read, notRead] = [await seen(worker, form), await seen(head, form)].map((each) =>
    JSON.stringify(each),
  )
  for (const words of ['第三小学', 'miscarriage']) {
    expect(read).toContain(words)
    expect(notRead).not.toContain(words)
  }
  expect(notRead).toContain('"key":"ecomap","label":"Ecomap","value":"(sensitive, not shown)"')

  // Nor do they write one in which nothing is sensitive yet: what they added could vanish from their own eyes.
  const plain = { ...aFamily(clientId), ties: [] }
  expect(await api.put(familyPath, plain, { version: 1 })).toMatchObject({ status: 200 })
  expect(await seen(head, familyPath)).toMatchObject({ masked: false, abilities: { write: 'not-you' } })
  expect(await refused(world, () => world.as(head).put(familyPath, plain, { version: 2 }))).toMatchObject({
    status: 403,
  })
})

test(
  'ecomaps are kept by day, told in the story, and stay as they are once the case is over',
  { timeout: 60_000 },
  async () => {
    const { world, worker, stranger, api } = await aChild()
    const { caseId } = await anOpenCase(world, worker)
    const path = `/cases/${caseId}/ecomaps`
    expect((await api.get(path)).body).toEqual({
      days: [],
      masked: false,
      version: 0,
      abilities: { write: 'yes' },
    })
    const { days } = anEcomap()
    expect(await api.put(path, { days }, { version: 0 })).toMatchObject({
      status: 200,
      body: { version: 1, days: [{ day: '2026-03-02', systems: [{ stress: 2, flow: 'both' }, {}] }] },
    })
    expect(await world.story()).toEqual(expect.arrayContaining(['ecomap-drawn']))
    const later = [...days, ...anEcomap({ day: '2026-03-01' }).days]
    expect((await api.put(path, { days: later }, { version: 1 })).body['days']).toHaveLength(2)
    expect(await refused(world, () => api.put(path, { days }, { version: 1 }))).toMatchObject({ status: 412 })
    const twice = { days: [...days, ...days] }
    expect(await refused(world, () => api.put(path, twice, { version: 2 }))).toMatchObject({ status: 400 })
    const strange = days.map((day) => ({
      ...day,
      systems: day.systems.map((system) => ({ ...system, member: 'nobody' })),
    }))
    expect(await refused(world, () => api.put(path, { days: strange }, { version: 2 }))).toMatchObject({
      status: 422,
      body: { code: 'drawings/not-drawable' },
    })
    expect((await world.as(stranger).get(path)).status).toBe(404)

    const over = await aCaseInFollowUp(world)
    const place = `/cases/${over.caseId}/ecomaps`
    expect((await over.api.get(place)).body).toMatchObject({ abilities: { write: 'not-now' } })
    expect(await refused(world, () => over.api.put(place, { days }, { version: 0 }))).toMatchObject({
      status: 409,
      body: { code: 'case-is-closed' },
    })
  },
)
