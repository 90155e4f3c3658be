import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { InquirySheet } from '#contract/case/intake.ts'
import { aReception } from '../reception/reception.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { aPerson, aPreliminary, aSharedInquiry, aSheet } from './inquiry.factory.ts'

const untold = { toldItems: [], toldLanguage: null }

async function aContact() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const clientId = await aPerson(world, worker, '陈晓梅', '1990-05-05')
  const id = randomUUID()
  const api = world.as(worker)
  await api.post('/inquiries', { id, channel: 'phone' })
  const save = async (but: Partial<InquirySheet>, version: number) =>
    api.put(`/inquiries/${id}`, aSheet({ clientId, ...untold, ...but }), { version })
  const decide = (emergency: boolean, version: number) =>
    api.put(
      `/inquiries/${id}/emergency-decision`,
      { emergency, reason: '药已倒在手里', dangerKinds: emergency ? ['self-harm'] : [] },
      { version },
    )
  return { world, worker, api, id, clientId, save, decide }
}

const silent = { trouble: '', situation: '', emotionalSupport: '' }

test('nothing sensitive is kept before the notice was told: refused field by field, and nothing is written', async () => {
  const { world, save } = await aContact()
  const before = await world.counts()
  expect(await save({ involuntaryGround: 'drug-treatment', resistance: '低头' }, 1)).toMatchObject({
    status: 422,
    body: {
      code: 'intake/notice-first',
      fields: ['trouble', 'situation', 'emotionalSupport', 'involuntaryGround', 'resistance'].map((path) => ({
        path,
        code: 'notice-first',
      })),
    },
  })
  expect(await world.counts()).toEqual(before)
  expect((await world.rows('select trouble, version from inquiries'))[0]).toEqual({ trouble: '', version: 1 })

  // What is not sensitive is kept; with the notice, the rest.
  expect((await save(silent, 1)).status).toBe(200)
  const told = await save({ toldItems: ['information-use'], toldLanguage: 'ru' }, 2)
  expect(told).toMatchObject({ status: 200, body: { noticeOwed: false, told: { noticeVersion: 1 } } })
})

test('whoever says that it was told says in which language; taken back, what rested on it is not kept', async () => {
  const { world, save } = await aContact()
  const before = await world.counts()
  expect(await save({ toldItems: ['information-use'] }, 1)).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'toldLanguage', code: 'required' }] },
  })
  expect(await world.counts()).toEqual(before)
  await save({ toldItems: ['information-use'], toldLanguage: 'en' }, 1)
  const kept = await world.counts()
  expect((await save({}, 2)).body).toMatchObject({ code: 'intake/notice-first' })
  expect(await world.counts()).toEqual(kept)
  await expect(world.rows(`update inquiries set told_language = 'xx'`)).rejects.toThrow('known_language')
})

test('danger goes before it: it is kept at once, the notice is owed, and told before anybody is registered afterwards', async () => {
  const { world, api, id, save, decide } = await aContact()
  expect((await decide(true, 1)).status).toBe(200)
  expect(await save({}, 2)).toMatchObject({ status: 200, body: { noticeOwed: true, told: null } })
  expect((await decide(false, 3)).status).toBe(200)
  // What was kept in danger can be put right; nothing is added, and nobody is registered.
  expect((await save({ trouble: '已脱险' }, 4)).status).toBe(200)
  const before = await world.counts()
  expect((await save({ trouble: '已脱险', referrerReason: '邻居说' }, 5)).status).toBe(422)
  expect(await api.put(`/inquiries/${id}/registration`, {}, { version: 5 })).toMatchObject({
    status: 422,
    body: { code: 'intake/notice-first', fields: [{ path: 'toldItems', code: 'notice-first' }] },
  })
  expect(await world.counts()).toEqual(before)
  await save({ toldItems: ['information-use'], toldLanguage: 'zh-CN' }, 5)
  expect((await api.put(`/inquiries/${id}/registration`, {}, { version: 6 })).status).toBe(200)
})

test('a law that demands it is named as the ground; an anonymous call is kept until somebody is named', async () => {
  const { world, save } = await aContact()
  expect((await save({ clientId: null }, 1)).body).toMatchObject({ noticeOwed: false })
  const before = await world.counts()
  expect((await save({}, 2)).status).toBe(422)
  expect(await world.counts()).toEqual(before)
  expect((await save({ noticeGround: 'harm-to-minor' }, 2)).body).toMatchObject({ noticeOwed: true })
  await expect(world.rows(`update inquiries set notice_ground = 'because'`)).rejects.toThrow(
    'ground_is_known',
  )
})

test('of a child under 14 nothing more than who it is about is kept before the notice', async () => {
  const { world, worker, save } = await aContact()
  const child = await aPerson(world, worker)
  const before = await world.counts()
  expect((await save({ ...silent, clientId: child }, 1)).body['fields']).toEqual(
    ['callerRelation', 'source', 'helpType', 'willingness'].map((path) => ({ path, code: 'notice-first' })),
  )
  expect(await world.counts()).toEqual(before)
})

test('a whole first contact in one go is refused and received by the same rule', async () => {
  const { world, api, clientId } = await aContact()
  const before = await world.counts()
  const asked = (but: object) =>
    api.post('/receptions', {
      ...aReception({ sheet: aSheet({ clientId, ...untold }) }),
      given: { leafletIds: [], entryIds: [], words: '地址和电话' },
      ...but,
    })
  for (const outcome of ['draft', 'registered', 'information'])
    expect((await asked({ outcome })).body).toMatchObject({ code: 'intake/notice-first' })
  expect(await world.counts()).toEqual(before)
  const danger = { emergency: true, reason: '药已倒在手里', dangerKinds: ['self-harm'] }
  expect((await asked({ emergency: danger })).status).toBe(201)
  expect((await api.post('/receptions', aReception({ sheet: aSheet({ clientId }) }))).status).toBe(201)
})

test('what was registered before this rule stays writable in what it has, and takes nothing new untold', async () => {
  const { world, worker, api, clientId } = await aContact()
  const { id, version } = await aSharedInquiry(world, worker, clientId)
  await world.rows(
    `update inquiries set told_items = '{}', told_language = null, told_notice = null, told_at = null where id = $1`,
    [id],
  )
  const before = await world.counts()
  const assess = (but: object) =>
    api.put(`/inquiries/${id}/preliminary-assessment`, aPreliminary({ problems: '改正', ...but }), {
      version,
    })
  expect((await assess({ fitNote: '有吸毒史' })).body).toMatchObject({
    code: 'intake/notice-first',
    fields: [{ path: 'fitNote', code: 'notice-first' }],
  })
  const problem = {
    id: randomUUID(),
    what: '复吸',
    level: null,
    difficulty: null,
    clientRank: 1,
    workerRank: 1,
  }
  const screened = { residenceCode: '', wantedFields: [], problems: [{ ...problem, danger: false }] }
  expect((await api.put(`/inquiries/${id}/screening`, screened, { version })).body).toMatchObject({
    code: 'intake/notice-first',
  })
  expect(await world.counts()).toEqual(before)
  expect((await api.get(`/inquiries/${id}`)).body).toMatchObject({ noticeOwed: true, told: null })
  const { earlierHelp } = (await api.get(`/inquiries/${id}`)).body['preliminaryAssessment']
  expect((await assess({ earlierHelp })).status).toBe(200)
})
