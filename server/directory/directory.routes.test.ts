import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntryAsked, NewEntry } from '#contract/directory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { anEntry } from './directory.factory.ts'

async function aPlace() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  return { world, agencyId, worker, api: world.as(worker) }
}

const add = (world: World, worker: TestWorker, but: Partial<NewEntry> = {}) =>
  world.as(worker).post('/directory/entries', anEntry(but))

const namesFor = async (world: World, worker: TestWorker, asked: EntryAsked) => {
  const { body } = await world.as(worker).post('/directory/searches', asked)
  return [...(body['rows'] ?? [])].map((row) => row['name'])
}

test('what was added is read whole, and confirmed by whoever added it', async () => {
  const { api, worker } = await aPlace()
  const { id, ...sheet } = anEntry({ minimumAge: 6, maximumAge: 18 })
  expect(await api.post('/directory/entries', { id, ...sheet })).toMatchObject({
    status: 201,
    body: { id, sheet, version: 1 },
  })
  expect(await api.get(`/directory/entries/${id}`)).toMatchObject({
    status: 200,
    body: {
      id,
      sheet,
      confirmedOn: '2026-03-02',
      confirmedBy: { id: worker.id },
      aged: false,
      abilities: { change: 'yes', confirm: 'not-now' },
    },
  })
})

type Named = Partial<NewEntry> & Pick<NewEntry, 'name'>
const children: Named = {
  name: '儿童课后托管',
  needs: ['children'],
  districts: [{ code: '620105', name: '安宁区' }],
  minimumAge: 6,
  maximumAge: 12,
  languages: ['zh'],
  cost: 'partly',
}
const elders: Named = {
  name: '老年人日间照料',
  needs: ['older-people'],
  districts: [{ code: '620100', name: '兰州市' }],
  minimumAge: 60,
  maximumAge: null,
  languages: ['zh', 'ug'],
  cost: 'free',
}
const advice: Named = {
  name: '法律咨询热线',
  needs: ['legal'],
  districts: [{ code: '620000', name: '甘肃省' }],
  languages: ['zh', 'en'],
  cost: 'free',
}
const beyond: Named = {
  name: '西宁救助站',
  needs: ['housing'],
  districts: [{ code: '630100', name: '西宁市' }],
  languages: ['bo'],
  cost: 'free',
}
const closed: Named = { name: '已撤销的中心', needs: ['legal'], status: 'defunct' }

test.each<readonly [string, EntryAsked, readonly string[]]>([
  ['a need', { need: 'legal' }, [advice.name]],
  [
    'a district: what is in it and around it',
    { district: '620105' },
    [children.name, advice.name, elders.name],
  ],
  ['a city: every part of it too', { district: '620100' }, [children.name, advice.name, elders.name]],
  ['a province', { district: '630000' }, [beyond.name]],
  ['another district of the city', { district: '620102' }, [advice.name, elders.name]],
  ['an age; what says nothing of ages is for all', { age: 8 }, [children.name, advice.name, beyond.name]],
  ['an age at the edge', { age: 60 }, [advice.name, elders.name, beyond.name]],
  ['a language', { language: 'ug' }, [elders.name]],
  ['what it costs', { cost: 'partly' }, [children.name]],
  ['a word of the name', { words: '托管' }, [children.name]],
  ['the word for a need, in another language', { words: 'LEGAL aid' }, [advice.name]],
  ['a district by its name', { words: '西宁' }, [beyond.name]],
  ['two words that are both there', { words: '兰州 照料' }, [elders.name]],
  [
    'everything at once',
    { need: 'older-people', district: '620105', age: 70, language: 'ug', cost: 'free', words: '日间' },
    [elders.name],
  ],
  ['a word that is nowhere', { words: '%' }, []],
  ['also what is closed', { need: 'legal', show: 'all' }, [advice.name, closed.name]],
])('the directory is searched by %s', async (_, asked, names) => {
  const { world, worker } = await aPlace()
  for (const entry of [children, elders, advice, beyond, closed]) await add(world, worker, entry)
  const all = await namesFor(world, worker, asked)
  expect([all.length, new Set(all)]).toEqual([names.length, new Set(names)])
})

test('a district of which only the code is known is shown by its name; one that nobody knows by its code', async () => {
  const { api } = await aPlace()
  const districts = [
    { code: '620104', name: '' },
    { code: '999999', name: '' },
  ]
  const { id } = (await api.post('/directory/entries', anEntry({ districts }))).body
  const named = [
    { code: '620104', name: '西固区' },
    { code: '999999', name: '' },
  ]
  const { body: list } = await api.post('/directory/searches', {})
  expect([...(list['rows'] ?? [])]).toMatchObject([{ id, districts: named }])
  const { body: entry } = await api.get(`/directory/entries/${String(id)}`)
  expect(entry).toMatchObject({ sheet: { districts: named } })
})

test('pages follow each other in the order of the reader, each entry once', async () => {
  const { world, worker } = await aPlace()
  for (const name of ['丙', '甲', '乙', '甲']) await add(world, worker, { name })
  const seen: unknown[] = []
  let after: unknown = undefined
  do {
    const { body } = await world
      .as(worker)
      .post('/directory/searches', { limit: 1, ...(after ? { after } : {}) })
    seen.push(...[...(body['rows'] ?? [])].map((row) => row['name']))
    after = body['next']
  } while (after)
  // By pinyin: bing, jia, jia, yi.
  expect(seen).toEqual(['丙', '甲', '甲', '乙'])
})

test('another agency finds and reads nothing of it, and writes nothing to it', async () => {
  const { world, worker } = await aPlace()
  const { body } = await add(world, worker)
  const stranger = await world.worker(await world.agency({ name: '晨光社工站' }), {
    role: 'agency-head',
    level: 1,
  })
  const before = await world.counts()
  const path = `/directory/entries/${String(body['id'])}`
  expect(await namesFor(world, stranger, { show: 'all' })).toEqual([])
  const { id: _id, ...sheet } = anEntry()
  for (const answer of [
    await world.as(stranger).get(path),
    await world.as(stranger).put(path, sheet, { version: 1 }),
    await world.as(stranger).put(`${path}/confirmation`, {}, { version: 1 }),
  ])
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(await world.counts()).toEqual(before)
})

test('an administrator reads and searches; only whoever does case work adds, changes and confirms; an inspector does neither', async () => {
  const { world, agencyId, worker } = await aPlace()
  const { body } = await add(world, worker)
  const administrator = world.as(await world.worker(agencyId, { role: 'agency-administrator', level: 2 }))
  const inspector = world.as(await world.worker(agencyId, { role: 'inspector' }))
  const path = `/directory/entries/${String(body['id'])}`
  const { id: _id, ...sheet } = anEntry()
  const before = await world.counts()
  expect((await administrator.get(path)).status).toBe(200)
  expect((await administrator.post('/directory/searches', {})).status).toBe(200)
  for (const one of [administrator, inspector]) {
    expect((await one.post('/directory/entries', anEntry())).status).toBe(403)
    expect((await one.put(path, sheet, { version: 1 })).status).toBe(403)
    expect((await one.put(`${path}/confirmation`, {}, { version: 1 })).status).toBe(403)
  }
  expect([
    (await inspector.get(path)).status,
    (await inspector.post('/directory/searches', {})).status,
  ]).toEqual([403, 403])
  expect(await world.counts()).toEqual(before)
})

test('a change is kept against the version that was seen; a stale one, and ages that cross, write nothing', async () => {
  const { world, worker, api } = await aPlace()
  const { id, ...sheet } = anEntry()
  await api.post('/directory/entries', { id, ...sheet })
  const path = `/directory/entries/${id}`
  const changed = {
    ...sheet,
    name: '新的名称',
    organizationName: '兰州市民政局',
    needs: ['money' as const],
    phone: '',
    districts: [],
  }
  expect(await api.put(path, changed, { version: 1 })).toMatchObject({
    status: 200,
    body: { sheet: changed, version: 2 },
  })
  const before = await world.counts()
  expect(await api.put(path, sheet, { version: 1 })).toMatchObject({
    status: 412,
    body: { code: 'changed-meanwhile', current: { version: 2 } },
  })
  expect(await api.put(path, { ...changed, minimumAge: 60, maximumAge: 18 }, { version: 2 })).toMatchObject({
    status: 422,
    body: { code: 'directory/ages-crossed', fields: [{ path: 'maximumAge' }] },
  })
  expect(await api.post('/directory/entries', { id, ...sheet })).toMatchObject({
    status: 409,
    body: { code: 'already-there' },
  })
  expect(await world.counts()).toEqual(before)
  expect(await namesFor(world, worker, { need: 'money', words: '民政局' })).toEqual(['新的名称'])
  expect(await namesFor(world, worker, { need: 'violence' })).toEqual([])
})

test('an entry ages, asks to be confirmed, and is confirmed by whoever finds it still so', async () => {
  const { world, worker, api } = await aPlace()
  const { body } = await add(world, worker)
  const path = `/directory/entries/${String(body['id'])}`
  expect(await namesFor(world, worker, { show: 'to-confirm' })).toEqual([])
  world.at('2027-03-03T02:00:00Z')
  expect(await namesFor(world, worker, { show: 'to-confirm' })).toEqual([anEntry().name])
  expect(await api.get(path)).toMatchObject({
    body: { aged: true, confirmedOn: '2026-03-02', abilities: { confirm: 'yes' } },
  })
  expect(await api.put(`${path}/confirmation`, {}, { version: 1 })).toMatchObject({
    status: 200,
    body: { aged: false, confirmedOn: '2027-03-03', confirmedBy: { id: worker.id }, version: 2 },
  })
  expect(await namesFor(world, worker, { show: 'to-confirm' })).toEqual([])
})

test('each search, look and change is on the audit with what was shown', async () => {
  const { world, worker, api } = await aPlace()
  const { body } = await add(world, worker)
  const id = String(body['id'])
  await api.post('/directory/searches', {})
  await api.get(`/directory/entries/${id}`)
  await api.put(`/directory/entries/${id}/confirmation`, {}, { version: 1 })
  await api.get('/directory/export?form=json')
  expect(
    await world.rows(
      'select operation, act, subject_kind as kind, subject_id as id, listed from audit_log order by audit_log.id',
    ),
  ).toEqual([
    { operation: 'directory.add', act: 'change', kind: 'directory-entry', id, listed: [] },
    { operation: 'directory.search', act: 'look', kind: 'directory', id: null, listed: [id] },
    { operation: 'directory.read', act: 'look', kind: 'directory-entry', id, listed: [] },
    { operation: 'directory.confirm', act: 'change', kind: 'directory-entry', id, listed: [] },
    { operation: 'directory.export', act: 'export', kind: 'directory', id: null, listed: [] },
  ])
})

test('a need that is no code and no term, or a district that is none, is refused as malformed', async () => {
  const { api } = await aPlace()
  for (const asked of [
    { need: 'food' },
    { district: '62' },
    { district: '0' },
    { language: 'Chinese' },
    { age: 8.5 },
    { after: 'x' },
  ])
    expect([asked, (await api.post('/directory/searches', asked)).status]).toEqual([asked, 400])
  expect((await api.get(`/directory/entries/${randomUUID()}`)).status).toBe(404)
})
