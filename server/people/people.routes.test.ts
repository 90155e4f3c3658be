import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { aPersonSheet, aRecordedPerson, aRelation, searchedFor } from './people.factory.ts'

/** As if nobody had searched: for what is refused before that is asked. */
const unsought = { search: '', others: [], ground: null, note: '' }

async function anAgency() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  return { world, worker, api: world.as(worker) }
}

test('a person is recorded with all that is known, and opening them is on the audit', async () => {
  const { world, api } = await anAgency()
  const id = randomUUID()
  const sought = await searchedFor(api, aPersonSheet())
  const added = await api.post('/people', { id, sought, ...aPersonSheet() })
  expect(added).toMatchObject({
    status: 201,
    body: {
      id,
      sheet: aPersonSheet(),
      age: { youngest: 69, oldest: 69 },
      legalCapacity: 'full',
      needsGuardian: false,
      version: 1,
    },
  })
  expect(added.headers['etag']).toBe('"1"')
  await api.get(`/people/${id}`)
  const seen = await world.rows(`select operation, act, person_id from audit_log order by id desc limit 1`)
  expect(seen).toEqual([{ operation: 'person.read', act: 'look', person_id: id }])
})

const rare = [
  ['a character outside the first plane', '𠮷田花'],
  ['a compatibility ideograph', '\uFA19谷'],
  ['a variation selector', '葛\u{E0100}城'],
  ['decomposed and composed accents', 'Zoe\u0308 Zoë'],
  ['Cyrillic', 'Иванова Мария Ёлкина'],
  ['apostrophes', "Siân O’Connor-O'Neil"],
  ['right to left', 'محمد \u200Fعبدالله'],
  ['spaces where their bearer puts them', ' 李  小龙\u3000'],
  ['a name of 200 characters', '𠮷'.repeat(200)],
] as const

test.each(rare)('a name with %s is kept bit for bit', async (_, name) => {
  const { world, api } = await anAgency()
  const id = randomUUID()
  const sought = await searchedFor(api, { name })
  const added = await api.post('/people', { id, sought, name, otherNames: name })
  expect(added.body['sheet']).toMatchObject({ name, otherNames: name })
  const [kept] = await world.rows<{ name: string }>('select name from people where id = $1', [id])
  expect(Buffer.from(kept?.name ?? '')).toEqual(Buffer.from(name))
})

const wrong = [
  ['name', 'text/nul', { name: '王\0桂英' }],
  ['name', 'text/lone-surrogate', { name: '王\uD842' }],
  ['name', 'text/too-long', { name: '王'.repeat(201) }],
  ['name', 'text/blank', { name: '\u3000 ' }],
  ['name', 'text/control-character', { name: '王\n桂英' }],
  ['birthDate', 'date/not-a-day', { birthDate: '2015-02-30' }],
  ['birthDate', 'people/born-in-the-future', { birthDate: '2026-03-03' }],
  ['idNumber', 'identity-number/checksum', { idNumber: '110105194912310021' }],
  ['idNumber', 'identity-number/shape', { idNumber: '12345' }],
  ['idNumber', 'identity-number/birth-date', { idNumber: '110105194902300020' }],
  ['safeContact', 'text/too-long', { safeContact: '写'.repeat(20_001) }],
] as const

test.each(wrong)('%s is refused with %s, and nothing is written', async (path, code, but) => {
  const { world, api } = await anAgency()
  const before = await world.counts()
  const answer = await api.post('/people', { id: randomUUID(), sought: unsought, ...aPersonSheet(), ...but })
  expect(answer).toMatchObject({ status: 400, body: { fields: [{ path, code }] } })
  expect(await world.counts()).toEqual(before)
})

test('a field nobody promised is refused, not dropped', async () => {
  const { api } = await anAgency()
  const answer = await api.post('/people', {
    id: randomUUID(),
    sought: unsought,
    name: '王桂英',
    nickname: '奶奶',
  })
  expect(answer.status).toBe(400)
})

test('an identity number is completed; what does not fit is only warned of', async () => {
  const { api } = await anAgency()
  const id = randomUUID()
  const sheet = aPersonSheet({ idNumber: '110105491231002', sex: '1', birthDate: '1950-01-01' })
  const added = await api.post('/people', { id, sought: await searchedFor(api, sheet), ...sheet })
  expect(added.body).toMatchObject({
    sheet: { idNumber: '110•••••••••••002X' },
    warnings: ['identity-number/birth-date-differs', 'identity-number/sex-differs'],
  })
  expect((await api.get(`/people/${id}/id-number`)).body).toEqual({ idNumber: '11010519491231002X' })
})

test('a child has no full capacity and needs a guardian, who is missing', async () => {
  const { world, worker, api } = await anAgency()
  const child = await aRecordedPerson(world, worker, { name: '李小龙', birthDate: '2014-09-12' })
  expect((await api.get(`/people/${child}`)).body).toMatchObject({
    age: { youngest: 11, oldest: 11 },
    isMinor: true,
    legalCapacity: 'limited',
    needsGuardian: true,
    warnings: ['guardian-missing'],
  })
})

test('a sheet is saved as it stands, and a new name is found while the old one is not', async () => {
  const { world, worker, api } = await anAgency()
  const id = await aRecordedPerson(world, worker)
  const renamed = aPersonSheet({ name: '李桂花', otherNames: '' })
  expect(await api.put(`/people/${id}`, renamed, { version: 1 })).toMatchObject({
    status: 200,
    body: { version: 2, sheet: renamed },
  })
  const found = async (text: string) => (await api.post('/searches', { text })).body['rows']
  expect(await found('李桂花')).toMatchObject([{ id }])
  expect(await found('王桂英')).toEqual([])
})

test('whoever saw an older version gets the present one and has changed nothing', async () => {
  const { world, worker, api } = await anAgency()
  const id = await aRecordedPerson(world, worker)
  await api.put(`/people/${id}`, aPersonSheet({ phone: '139 0000 1111' }), { version: 1 })
  const before = await world.counts()
  const late = await api.put(`/people/${id}`, aPersonSheet({ phone: '137 9999 2222' }), { version: 1 })
  expect(late).toMatchObject({
    status: 412,
    body: { code: 'changed-meanwhile', current: { version: 2, sheet: { phone: '139 0000 1111' } } },
  })
  expect((await api.put(`/people/${id}`, aPersonSheet())).status).toBe(428)
  expect(await world.counts()).toEqual(before)
})

test('whom somebody else recorded does not exist here, and the attempt is on the audit', async () => {
  const { world, worker } = await anAgency()
  const id = await aRecordedPerson(world, worker)
  const stranger = await world.worker(worker.agencyId, { name: '旁人' })
  const elsewhere = await world.worker(await world.agency({ name: '晨光社工站' }))
  const before = await world.counts()
  for (const other of [stranger, elsewhere]) {
    expect((await world.as(other).get(`/people/${id}`)).status).toBe(404)
    expect((await world.as(other).put(`/people/${id}`, aPersonSheet(), { version: 1 })).status).toBe(404)
    expect((await world.as(other).post('/searches', { text: '王桂英' })).body['rows']).toEqual([])
  }
  expect(await world.counts()).toEqual(before)
  const refused = await world.rows(
    `select count(*)::int as n from audit_log where outcome = 'refused' and person_id = $1`,
    [id],
  )
  expect(refused).toEqual([{ n: 4 }])
})

test.each(['agency-administrator', 'inspector'] as const)(
  'an %s has no business with people',
  async (role) => {
    const { world, worker } = await anAgency()
    const id = await aRecordedPerson(world, worker)
    const api = world.as(await world.worker(worker.agencyId, { role, level: 2 }))
    const before = await world.counts()
    const answers = [
      await api.get(`/people/${id}`),
      await api.put(`/people/${id}`, aPersonSheet(), { version: 1 }),
      await api.post('/searches', { text: '王' }),
      await api.post('/people/duplicate-checks', { name: '王桂英' }),
      await api.post('/people', { id: randomUUID(), sought: unsought, name: '王桂英' }),
      await api.post(`/people/${id}/relations`, aRelation(randomUUID())),
    ]
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual(
      answers.map(() => [403, 'not-allowed']),
    )
    expect(await world.counts()).toEqual(before)
  },
)

test('the same person is not recorded twice under one id', async () => {
  const { world, worker, api } = await anAgency()
  const id = await aRecordedPerson(world, worker)
  const sought = await searchedFor(api, { name: '另一个人' })
  const before = await world.counts()
  expect(await api.post('/people', { id, sought, name: '另一个人' })).toMatchObject({
    status: 409,
    body: { code: 'already-there' },
  })
  expect(await world.counts()).toEqual(before)
})

test('a person shows those cases and first contacts only that the reader sees', async () => {
  const { world, worker } = await anAgency()
  const { caseId, clientId, inquiryId } = await anOpenCase(world, worker)
  const mine = (await world.as(worker).get(`/people/${clientId}`)).body
  expect(mine).toMatchObject({
    cases: [
      { id: caseId, number: 'AN-2026-0001', stage: 'intake', state: 'open', caseManager: { id: worker.id } },
    ],
    inquiries: [{ id: inquiryId, state: 'concluded' }],
  })
  const other = await world.worker(worker.agencyId, { name: '旁人' })
  expect((await world.as(other).get(`/people/${clientId}`)).status).toBe(404)
})
