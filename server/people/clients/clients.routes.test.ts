import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { SayClientKind } from '#contract/clients.ts'
import { aSharedInquiry, anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { aRecordedPerson, aRelation } from '../people.factory.ts'

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const other = await world.worker(agencyId, { name: '旁人' })
  return { world, worker, api: world.as(worker), elsewhere: world.as(other) }
}

const potential = (but: object = {}) => ({
  id: randomUUID(),
  standing: 'potential',
  kind: 'needs-not-asked',
  reason: '邻居担心她，她自己没有求助',
  since: '2026-03-01',
  ...but,
})

test('a potential client is named, found in a list, converted by a dated act, and made potential again only by another', async () => {
  const { world, worker, api, elsewhere } = await anAgency()
  const id = await aRecordedPerson(world, worker)
  const say = (but: object = {}) => api.post(`/people/${id}/standings`, potential(but))
  const before = await world.counts()
  expect(await say({ kind: null })).toMatchObject({ status: 422, body: { fields: [{ path: 'kind' }] } })
  expect(await say({ since: '2026-03-03' })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'since' }] },
  })
  expect((await elsewhere.post(`/people/${id}/standings`, potential())).status).toBe(404)
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...before, audit_log: 0 })

  expect((await say()).status).toBe(201)
  expect(await say()).toMatchObject({ status: 409, body: { code: 'people/standing-is-so-already' } })
  const listed = { rows: [{ person: { id }, kind: 'needs-not-asked' }] }
  expect((await api.get('/potential-clients?kind=needs-not-asked')).body).toMatchObject(listed)
  expect((await api.get('/potential-clients?kind=affects-others')).body['rows']).toEqual([])
  expect((await elsewhere.get('/potential-clients')).body['rows']).toEqual([])

  const converted = await say({ standing: 'client', kind: null, reason: '她决定接受帮助' })
  expect(converted.body['standings']).toMatchObject([
    {
      standing: 'client',
      kind: 'needs-not-asked',
      reason: '她决定接受帮助',
      by: { id: worker.id },
      since: '2026-03-01',
    },
    { standing: 'potential', kind: 'needs-not-asked' },
  ])
  expect((await api.get('/potential-clients')).body['rows']).toEqual([])
  const undone = await say({ reason: '弄错了人' })
  expect(undone.body['standings']).toMatchObject([{ standing: 'potential' }, { standing: 'client' }, {}])
  await expect(
    world.rows('select count(*)::integer as n from client_standings where holds'),
  ).resolves.toEqual([{ n: 1 }])
})

test('whoever is accepted is converted in the same act; whoever is not may stay potential', async () => {
  const { world, worker, api } = await anAgency()
  const id = await aRecordedPerson(world, worker)
  await api.post(`/people/${id}/standings`, potential())
  const { caseId } = await anOpenCase(world, worker, id)
  const rows = await world.rows('select standing, kind, case_id, reason from client_standings order by place')
  expect(rows[1]).toEqual({
    standing: 'client',
    kind: 'needs-not-asked',
    case_id: caseId,
    reason: '在服务范围之内',
  })
  const later = await aRecordedPerson(world, worker, { name: '李梅', phone: '' })
  const inquiry = await aSharedInquiry(world, worker, later)
  const decision = {
    decision: 'not-now',
    reason: '现在不需要',
    notNowReason: 'not-needed',
    potentialKind: 'may-need-later',
  }
  await api.put(`/inquiries/${inquiry.id}/decision`, decision, { version: inquiry.version })
  expect((await api.get('/potential-clients')).body['rows']).toMatchObject([
    { person: { id: later }, kind: 'may-need-later' },
  ])
})

test('voluntary or compelled is said over time, in the case, and begins with what the first contact said', async () => {
  const { world, worker, api, elsewhere } = await anAgency()
  const { caseId, clientId } = await anOpenCase(world, worker)
  const path = `/people/${clientId}/client-kinds`
  const said = (but: Partial<SayClientKind> = {}): SayClientKind => ({
    id: randomUUID(),
    caseId,
    inquiryId: null,
    kind: 'involuntary',
    ground: 'court-or-correction',
    compelledBy: '区司法局',
    resistance: '不说话，看着窗外',
    approach: '先不谈案子，陪他打球',
    reason: '收到司法局的决定书',
    since: '2026-03-01',
    ...but,
  })
  const before = await world.counts()
  for (const [but, field] of [
    [{ ground: null }, 'ground'],
    [{ kind: 'voluntary' }, 'ground'],
    [{ approach: ' ' }, 'approach'],
    [{ since: '2026-03-03' }, 'since'],
  ] as const)
    expect(await api.post(path, said(but))).toMatchObject({
      status: 422,
      body: { fields: [{ path: field }] },
    })
  const stranger = await aRecordedPerson(world, worker, { name: '李梅', phone: '' })
  expect(await api.post(`/people/${stranger}/client-kinds`, said())).toMatchObject({
    status: 409,
    body: { code: 'people/not-a-client-here' },
  })
  expect((await elsewhere.post(path, said())).status).toBe(404)
  expect((await world.counts())['client_kinds']).toEqual(before['client_kinds'])

  expect((await api.post(path, said())).status).toBe(201)
  const kinds = (await api.get(`${path}?caseId=${caseId}`)).body['kinds']
  expect(kinds).toMatchObject([
    { kind: 'involuntary', compelledBy: '区司法局' },
    { id: null, kind: 'voluntary' },
  ])
  expect((await elsewhere.get(`${path}?caseId=${caseId}`)).status).toBe(404)
})

test('safe ways lie sealed, are saved whole, and are seen by whoever sees the person', async () => {
  const { world, worker, api, elsewhere } = await anAgency()
  const id = await aRecordedPerson(world, worker)
  const path = `/people/${id}/safe-contacts`
  const never = { channel: 'never', times: '晚上', maySay: '', whoAnswers: '丈夫接听就挂断' }
  const phone = { channel: 'phone', times: '上午', maySay: '就说是居委会', whoAnswers: '本人' }
  expect((await api.put(path, { ways: [phone, never] }, { version: 0 })).body).toMatchObject({
    ways: [phone, never],
    version: 1,
  })
  expect((await api.put(path, { ways: [] }, { version: 0 })).status).toBe(412)
  expect((await api.get(path)).body).toMatchObject({ ways: [phone, never], phone: '138 1234 5678' })
  expect((await elsewhere.get(path)).status).toBe(404)
  const kept = await world.rows<{ text: string }>('select t::text as text from safe_contacts t')
  expect(kept.some(({ text }) => text.includes('居委会'))).toBe(false)
})

test('a family shows its members, ties and cases in sight, and never a hint of anybody else', async () => {
  const { world, worker, api, elsewhere } = await anAgency()
  const childId = await aRecordedPerson(world, worker, { name: '李小龙', birthDate: '2014-09-12', phone: '' })
  const grandmother = await aRecordedPerson(world, worker)
  await api.post(`/people/${childId}/relations`, aRelation(grandmother))
  const { caseId } = await anOpenCase(world, worker, childId)
  const id = randomUUID()
  const member = (personId: string, but: object = {}) => ({
    id: randomUUID(),
    personId,
    part: '',
    since: null,
    until: null,
    ...but,
  })
  const members = [member(childId), member(grandmother, { since: '2020-01-01' })]
  const family = { name: '李家', note: '', members }
  const twice = await api.post('/families', { id, ...family, members: [...members, member(childId)] })
  expect(twice).toMatchObject({ status: 400, body: { code: 'families/twice-a-member' } })
  expect((await api.post('/families', { id, ...family })).body).toMatchObject({
    members: [
      { person: { id: grandmother }, isMinor: false },
      { person: { id: childId }, isMinor: true, underFourteen: true },
    ],
    ties: [{ personId: childId, relativeId: grandmother, guardian: true }],
    cases: [{ id: caseId, serves: false }],
  })
  const served = await api.put(`/cases/${caseId}/family`, { familyId: id }, { version: 0 })
  expect(served.body).toEqual({ family: { id, name: '李家' }, version: 1 })
  expect((await api.put(`/cases/${caseId}/family`, { familyId: null }, { version: 0 })).status).toBe(412)
  expect((await api.get(`/families/${id}`)).body['cases']).toMatchObject([{ id: caseId, serves: true }])
  expect((await api.get(`/people/${grandmother}/families`)).body).toEqual({
    families: [{ id, name: '李家' }],
  })

  // Somebody out of sight is added past every wall: not shown, not counted, and not lost when the sheet is saved.
  const hidden = await aRecordedPerson(world, await world.worker(worker.agencyId), {
    name: '看不见的人',
    phone: '',
  })
  await world.rows(
    'insert into family_members (agency_id, id, family_id, person_id, added_by) values ($1, gen_random_uuid(), $2, $3, $4)',
    [worker.agencyId, id, hidden, worker.id],
  )
  const saved = await api.put(`/families/${id}`, { ...family, members: members.slice(0, 1) }, { version: 1 })
  expect(saved.body['members']).toMatchObject([{ person: { id: childId } }])
  expect(JSON.stringify(saved.body)).not.toContain('看不见')
  expect(
    await world.rows('select person_id from family_members where family_id = $1 and person_id = $2', [
      id,
      hidden,
    ]),
  ).toHaveLength(1)
  expect((await elsewhere.get(`/families/${id}`)).status).toBe(404)
  expect(
    (await api.put(`/families/${id}`, { ...family, members: [member(hidden)] }, { version: 2 })).status,
  ).toBe(404)
})
