import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anEntry } from '#server/directory/directory.factory.ts'
import { testWorld, type World } from '#server/testing/world.ts'
import { aPerson, aSheet } from '../inquiry/inquiry.factory.ts'
import { aLeaflet, anOutreach, aReception } from './reception.factory.ts'

async function desk() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const colleague = await world.worker(agencyId, { name: '马晓燕' })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  return { world, agencyId, worker, colleague, head, clientId: await aPerson(world, worker) }
}

/** A refused act leaves nothing but its audit line. */
async function refused(world: World, act: () => Promise<unknown>) {
  const before = await world.counts()
  const answer = await act()
  expect(await world.counts()).toEqual(before)
  return answer
}

const information = (but: object = {}) =>
  aReception({
    outcome: 'information',
    sheet: aSheet({ clientId: null, source: null, helpType: null, willingness: null, situation: '' }),
    ...but,
  })

test('a first contact is received, judged and registered in one request, and sent twice it is one', async () => {
  const { world, worker, clientId } = await desk()
  const received = aReception({
    sheet: aSheet({ clientId, channel: 'agency', source: 'transferred', referrerName: '孔家崖社区' }),
  })
  const send = () => world.as(worker).post('/receptions', received, { key: received.id })
  const answer = await send()
  expect(answer).toMatchObject({
    status: 201,
    body: {
      state: 'registered',
      sheet: { channel: 'agency', clientId },
      emergency: { decision: { emergency: false } },
      takenBy: { id: worker.id },
      dueAt: '2026-03-09T15:59:59.000Z',
    },
  })
  expect((await send()).status).toBe(201)
  expect(await world.rows('select kind from tasks where done_at is null')).toEqual([
    { kind: 'decide-inquiry' },
  ])
  expect(await world.story()).toEqual(['inquiry-received', 'emergency-decided', 'inquiry-registered'])
})

test('a whole first contact names what is missing; a draft is kept with as little as there is', async () => {
  const { world, worker } = await desk()
  const post = (body: object) => world.as(worker).post('/receptions', body)
  const empty = aReception({ sheet: aSheet({ trouble: ' ', willingness: null }), emergency: null })
  const missing = (...paths: string[]) => ({ status: 422, body: { fields: paths.map((path) => ({ path })) } })
  expect(await refused(world, () => post(empty))).toMatchObject(missing('emergency'))
  const calm = { emergency: false, reason: '平安', dangerKinds: [] }
  expect(await refused(world, () => post({ ...empty, emergency: calm }))).toMatchObject(
    missing('clientId', 'trouble', 'willingness'),
  )
  const vague = { emergency: true, reason: '', dangerKinds: [] }
  expect(await refused(world, () => post({ ...empty, outcome: 'draft', emergency: vague }))).toMatchObject(
    missing('reason', 'dangerKinds'),
  )
  const unseen = aReception({ sheet: aSheet({ clientId: randomUUID() }) })
  expect(await refused(world, () => post(unseen))).toMatchObject({ status: 400 })
  const draft = await post({ ...empty, outcome: 'draft' })
  expect(draft).toMatchObject({ status: 201, body: { state: 'draft', emergency: null } })
  expect(await world.rows('select kind from tasks where done_at is null')).toEqual([
    { kind: 'register-inquiry' },
  ])
})

test('whoever only wants to know something is given it by name and done, without a case and without a name', async () => {
  const { world, worker, head } = await desk()
  const leaflet = aLeaflet()
  expect(await world.as(head).post('/leaflets', leaflet)).toMatchObject({ status: 201 })
  const entry = anEntry()
  await world.as(worker).post('/directory/entries', entry)
  const given = { leafletIds: [leaflet.id], entryIds: [entry.id], words: '每周三下午有人解答。' }
  const answer = await world.as(worker).post('/receptions', information({ given }))
  expect(answer).toMatchObject({
    status: 201,
    body: {
      state: 'concluded',
      client: null,
      sheet: { helpType: 'consultation', source: 'self' },
      conclusion: { decision: 'information-only', caseId: null },
    },
  })
  const said = String(answer.body['conclusion']?.['informationGiven'])
  expect(said).toContain('临时救助怎么申请')
  expect(said).toContain('每周三下午有人解答。')
  expect(answer.body['given']).toHaveLength(2)
  expect(await world.rows('select 1 from tasks where done_at is null')).toEqual([])
  expect(await world.rows('select 1 from cases')).toEqual([])

  const post = (but: object) => refused(world, () => world.as(worker).post('/receptions', information(but)))
  const none = { leafletIds: [], entryIds: [], words: ' ' }
  expect(await post({ given: none })).toMatchObject({ status: 422, body: { code: 'intake/nothing-given' } })
  expect(await post({ given: { ...none, leafletIds: [randomUUID()] } })).toMatchObject({
    status: 422,
    body: { code: 'intake/no-such-information' },
  })
  const danger = { emergency: true, reason: '说不想活了', dangerKinds: ['self-harm'] }
  expect(await post({ given, emergency: danger })).toMatchObject({
    status: 409,
    body: { code: 'intake/emergency-first' },
  })
})

test('the desk shows emergencies first, then whoever must be answered first; its counts and filters agree', async () => {
  const { world, worker, colleague, clientId } = await desk()
  const receive = async (at: string, but: object = {}) => {
    world.at(at)
    const one = aReception({ sheet: aSheet({ clientId }), ...but })
    expect((await world.as(worker).post('/receptions', one)).status).toBe(201)
    return one.id
  }
  const old = await receive('2026-02-02T02:00:00Z')
  const young = await receive('2026-03-01T02:00:00Z')
  const danger = { emergency: true, reason: '割腕', dangerKinds: ['self-harm'] }
  const urgent = await receive('2026-03-02T02:00:00Z', { emergency: danger })
  const middle = await receive('2026-02-20T02:00:00Z', { outcome: 'draft' })
  world.at('2026-03-02T03:00:00Z')
  const ids = async (query: string) =>
    [...((await world.as(worker).get(`/inquiries?${query}`)).body['rows'] ?? [])].map((row) =>
      String(row['id']),
    )
  expect(await ids('')).toEqual([urgent, old, middle, young])
  expect(await ids('order=waiting')).toEqual([old, middle, young, urgent])
  expect(await ids('state=draft')).toEqual([middle])
  expect(await ids('source=outreach')).toEqual([])
  expect((await world.as(worker).get('/inquiries?limit=2')).body['rows']).toMatchObject([
    { id: urgent, overdue: false },
    { id: old, overdue: true, takenBy: { id: worker.id } },
  ])
  const first = await world.as(worker).get('/inquiries?limit=3')
  expect(await ids(`limit=3&after=${String(first.body['next'])}`)).toEqual([young])

  const put = (who: typeof worker, takes: boolean, from: string | null, version: number) =>
    world.as(who).put(`/inquiries/${old}/taking`, { takes, from }, { version })
  expect(await refused(world, () => put(colleague, true, null, 2))).toMatchObject({
    status: 409,
    body: { code: 'intake/taken-by-colleague', facts: { name: worker.name } },
  })
  expect(await put(worker, false, null, 2)).toMatchObject({ status: 200, body: { takenBy: null } })
  const counts = { open: 4, emergencies: 1, overdue: 2, untaken: 1, mine: 3 }
  expect(await world.as(worker).get('/inquiries/counts')).toMatchObject({ status: 200, body: counts })
  expect(await ids('taken=nobody')).toEqual([old])
  expect(await put(colleague, true, null, 3)).toMatchObject({
    status: 200,
    body: { takenBy: { name: '马晓燕' } },
  })
  // Taken over from somebody one saw having it.
  expect(await put(worker, true, colleague.id, 4)).toMatchObject({ status: 200 })
  expect(await ids('taken=me')).toEqual([urgent, old, middle, young])
})

test('of two who take one at the same moment one has it, and the other is told who', async () => {
  const { world, agencyId, worker, colleague, clientId } = await desk()
  const one = aReception({ sheet: aSheet({ clientId }) })
  await world.as(worker).post('/receptions', one)
  await world.as(worker).put(`/inquiries/${one.id}/taking`, { takes: false, from: null }, { version: 2 })
  const third = await world.worker(agencyId, { name: '何军' })
  const answers = await Promise.all(
    [colleague, third].map((who) =>
      world.as(who).put(`/inquiries/${one.id}/taking`, { takes: true, from: null }, { version: 3 }),
    ),
  )
  const taker = answers.find(({ status }) => status === 200)?.body['takenBy']
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    facts: { name: taker?.['name'] },
  })
})

test('an outreach event leads to the people met there, each reader seeing their own', async () => {
  const { world, agencyId, worker, colleague, clientId } = await desk()
  const event = anOutreach([worker.id, colleague.id])
  const post = (body: object) => world.as(worker).post('/outreach-events', body)
  expect(await post(event)).toMatchObject({ status: 201, body: { peopleMet: 12, contacts: 0 } })
  const stranger = await world.worker(await world.agency())
  expect(await refused(world, () => post(anOutreach([stranger.id])))).toMatchObject({
    status: 422,
    body: { code: 'intake/not-a-colleague' },
  })
  const received = aReception({
    sheet: aSheet({ clientId, channel: 'outreach', source: 'outreach' }),
    outreachId: event.id,
  })
  expect(await world.as(worker).post('/receptions', received)).toMatchObject({
    status: 201,
    body: { outreach: { place: '黄河边公园', heldOn: '2026-03-01' } },
  })
  const elsewhere = aReception({ outreachId: randomUUID(), outcome: 'draft' })
  expect(await refused(world, () => world.as(worker).post('/receptions', elsewhere))).toMatchObject({
    status: 422,
    body: { code: 'intake/no-such-outreach' },
  })
  const page = await world.as(worker).get(`/outreach-events/${event.id}`)
  expect(page).toMatchObject({
    status: 200,
    body: { contacts: 1, people: [{ inquiryId: received.id, name: '李小龙' }] },
  })
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  expect((await world.as(administrator).get('/outreach-events')).status).toBe(403)
  expect((await world.as(stranger).get(`/outreach-events/${event.id}`)).status).toBe(404)
  const { id: _, ...sheet } = event
  const change = (version: number) =>
    world.as(colleague).put(`/outreach-events/${event.id}`, { ...sheet, peopleMet: 14 }, { version })
  expect(await change(1)).toMatchObject({ status: 200, body: { peopleMet: 14, version: 2 } })
  expect(await refused(world, () => change(1))).toMatchObject({ status: 412 })
})

test('a leaflet is written by whoever answers for the agency, and read by whoever hands it over', async () => {
  const { world, worker, head } = await desk()
  const { id, ...sheet } = aLeaflet()
  expect(await refused(world, () => world.as(worker).post('/leaflets', { id, ...sheet }))).toMatchObject({
    status: 403,
  })
  await world.as(head).post('/leaflets', { id, ...sheet })
  expect(await world.as(worker).get('/leaflets')).toMatchObject({
    body: { rows: [{ id, title: { en: 'How to ask for temporary aid' }, abilities: { change: 'not-you' } }] },
  })
  const put = (who: typeof worker, version: number) =>
    world.as(who).put(`/leaflets/${id}`, { ...sheet, active: false }, { version })
  expect(await refused(world, () => put(worker, 1))).toMatchObject({ status: 403 })
  expect(await put(head, 1)).toMatchObject({ status: 200, body: { active: false, version: 2 } })
  expect(await refused(world, () => put(head, 1))).toMatchObject({ status: 412 })
})
