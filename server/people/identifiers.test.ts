import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { dumpOf, linesWith } from '#server/testing/dump.ts'
import { testWorld } from '#server/testing/world.ts'
import { aPersonSheet, aRecordedPerson, aRelation, searchedFor } from './people.factory.ts'

const canaries = {
  idNumber: '11010519491231002X',
  phone: '139 8642 7531',
  address: '翠湖路 77 号 3 单元',
  safeContact: '只在周三上午联系她的姐姐',
}
const numbers = ['11010519491231002X', '13986427531', '86427531', '27531', '1231002X', '91231002X']

async function anAgency() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  return { world, worker, api: world.as(worker) }
}

test('no identifier lies plain in any table, after every act that has to do with one', async () => {
  const { world, worker, api } = await anAgency()
  const id = randomUUID()
  const sheet = aPersonSheet({ ...canaries, birthDate: '1949-12-31' })
  const key = randomUUID()
  const person = { id, sought: await searchedFor(api, sheet), ...sheet }
  expect((await api.post('/people', person, { key })).status).toBe(201)
  expect((await api.post('/people', person, { key })).body).toMatchObject({ id })
  await api.put(`/people/${id}`, { ...sheet, otherNames: '王姐' }, { version: 1, key: randomUUID() })
  await api.put(`/people/${id}`, sheet, { version: 1, key: randomUUID() })
  for (const text of ['13986427531', '7531', '002X', canaries.idNumber])
    expect((await api.post('/searches', { text })).body['rows']).toMatchObject([{ id }])
  await api.post('/people/duplicate-checks', {
    name: '王桂英',
    phone: canaries.phone,
    idNumber: canaries.idNumber,
  })
  await api.get(`/people/${id}/id-number`)
  const { caseId, clientId } = await anOpenCase(world, worker)
  await api.post(`/people/${clientId}/relations`, aRelation(id), { key: randomUUID() })
  await api.put(`/people/${id}/safe-address`, { address: '望江小区 9 栋' }, { version: 0, key: randomUUID() })
  expect((await api.get(`/cases/${caseId}`)).status).toBe(200)
  expect((await api.get(`/cases/${caseId}/documents/F07?language=zh-CN`)).status).toBe(200)

  const dump = await dumpOf(world)
  expect(dump).toContain('王桂英')
  expect(linesWith(dump, [...Object.values(canaries), ...numbers, '望江小区 9 栋'])).toEqual([])
  expect(linesWith(dump, ['王姐'])).not.toEqual([])
})

test('the test that looks for plain identifiers would find one, however it is written', () => {
  const hidden = [
    '13986427531',
    `\\x${Buffer.from('139 8642 7531').toString('hex')}`,
    Buffer.from('139 8642 7531').toString('base64'),
  ]
  expect(hidden.filter((line) => linesWith(line, [canaries.phone]).length === 0)).toEqual([])
})

test('the database refuses a plain identifier, whoever writes it', async () => {
  const { world, worker } = await anAgency()
  const id = await aRecordedPerson(world, worker)
  const plain = ["id_number = '1'", "phone = '1'", "address = '1'", "safe_contact = '1'"]
  for (const set of plain)
    await expect(world.rows(`update people set ${set} where id = $1`, [id])).rejects.toThrow(
      'people_hold_nothing_plain',
    )
  await expect(
    world.rows(`insert into kept_answers (agency_id, worker_id, key, fingerprint, status, answer)
      select agency_id, id, gen_random_uuid(), '', 200, '{}' from workers`),
  ).rejects.toThrow('kept_answers_hold_nothing_plain')
})

test('a sealed field moved to another person or another field does not open', async () => {
  const { world, worker, api } = await anAgency()
  const one = await aRecordedPerson(world, worker, { name: '王桂英', phone: '138 1111 2222' })
  const other = await aRecordedPerson(world, worker, { name: '李梅', phone: '139 3333 4444' })
  expect((await api.get(`/people/${other}`)).status).toBe(200)
  await world.rows(
    `update people set phone_sealed = (select phone_sealed from people where id = $1) where id = $2`,
    [one, other],
  )
  const swapped = await api.get(`/people/${other}`)
  expect(swapped.status).toBe(500)
  expect(JSON.stringify(swapped.body)).not.toContain('1111')
  await world.rows('update people set address_sealed = phone_sealed where id = $1', [one])
  expect((await api.get(`/people/${one}`)).status).toBe(500)
  expect((await api.post('/searches', { text: '王桂英' })).body['rows']).toMatchObject([{ id: one }])
})

test('the case room shows how the client and the guardian are reached, a form no more of a number than its ends', async () => {
  const { world, worker, api } = await anAgency()
  const client = await aRecordedPerson(world, worker, {
    ...canaries,
    name: '李小龙',
    birthDate: '2014-09-12',
  })
  const guardian = await aRecordedPerson(world, worker, { phone: '137 0000 8888', safeContact: '晚上联系' })
  await api.post(`/people/${client}/relations`, aRelation(guardian))
  const { caseId } = await anOpenCase(world, worker, client)
  expect((await api.get(`/cases/${caseId}`)).body).toMatchObject({
    client: { phone: canaries.phone, safeContact: canaries.safeContact },
    guardians: [{ id: guardian, phone: '137 0000 8888', safeContact: '晚上联系' }],
  })
  const form = JSON.stringify((await api.get(`/cases/${caseId}/documents/F07?language=zh-CN`)).body)
  for (const shown of [canaries.phone, canaries.address, '137 0000 8888', '110***********002X'])
    expect(form).toContain(shown)
  expect(form).not.toContain(canaries.idNumber)
})

test('lists open only the tail they show, and a page of a person no more than it shows', async () => {
  const { world, worker, api } = await anAgency()
  const id = await aRecordedPerson(world, worker, { idNumber: canaries.idNumber })
  // What is broken is not noticed by whoever does not open it.
  await world.rows(`update people set id_number_sealed = '\\x00', address_sealed = '\\x00',
    safe_contact_sealed = '\\x00', phone_sealed = '\\x00'`)
  const found = await api.post('/searches', { text: '王桂英' })
  expect(found).toMatchObject({ status: 200, body: { rows: [{ id, phoneTail: '5678' }] } })
  const twins = await api.post('/people/duplicate-checks', { name: '王桂英', idNumber: canaries.idNumber })
  expect(twins.body).toMatchObject({ candidates: [{ person: { id, phoneTail: '5678' } }] })
  const inquiryId = randomUUID()
  await api.post('/inquiries', { id: inquiryId, channel: 'phone' })
  expect((await api.get(`/inquiries/${inquiryId}`)).status).toBe(200)
  expect((await api.get(`/people/${id}`)).status).toBe(500)
})

test('the identity number is masked; all of it is shown to whoever asks, and the audit says so', async () => {
  const { world, worker, api } = await anAgency()
  const id = await aRecordedPerson(world, worker, { idNumber: canaries.idNumber })
  expect((await api.get(`/people/${id}`)).body['sheet']).toMatchObject({ idNumber: '110•••••••••••002X' })
  expect((await api.get(`/people/${id}/id-number`)).body).toEqual({ idNumber: canaries.idNumber })
  const seen = await world.rows(
    'select operation, act, subject_kind, person_id, worker_id from audit_log order by id desc limit 1',
  )
  expect(seen).toEqual([
    {
      operation: 'person.show-id-number',
      act: 'look',
      subject_kind: 'id-number',
      person_id: id,
      worker_id: worker.id,
    },
  ])
  const stranger = world.as(await world.worker(worker.agencyId))
  expect((await stranger.get(`/people/${id}/id-number`)).status).toBe(404)
  const nobody = await aRecordedPerson(world, worker, { name: '李梅' })
  expect((await api.get(`/people/${nobody}/id-number`)).body).toEqual({ idNumber: null })
})

test('a masked number that comes back stays what it is; another mask is refused and nothing is written', async () => {
  const { world, worker, api } = await anAgency()
  const id = await aRecordedPerson(world, worker, { idNumber: canaries.idNumber })
  const shown = (await api.get(`/people/${id}`)).body['sheet'] as object
  const saved = await api.put(`/people/${id}`, { ...shown, schoolOrWork: '退休' }, { version: 1 })
  expect(saved.status).toBe(200)
  expect((await api.get(`/people/${id}/id-number`)).body).toEqual({ idNumber: canaries.idNumber })
  const before = await world.counts()
  const other = { ...shown, idNumber: '110•••••••••••0030' }
  expect(await api.put(`/people/${id}`, other, { version: 2 })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'idNumber', code: 'identity-number/shape' }] },
  })
  expect(await world.counts()).toEqual(before)
})
