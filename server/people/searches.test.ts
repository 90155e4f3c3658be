import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Actor, ask, enterAs } from '#server/access/index.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { aRecordedPerson } from './people.factory.ts'
import { searchStatement } from './people.queries.ts'
import { nameKeys } from './search-keys.ts'

const Names = z.object({ rows: z.array(z.object({ name: z.string() })) })
const namesIn = (body: unknown) => Names.parse(body).rows.map(({ name }) => name)

async function aWorldWith(names: readonly string[]) {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  for (const name of names) await aRecordedPerson(world, worker, { name, phone: '' })
  const find = async (text: string) => namesIn((await world.as(worker).post('/searches', { text })).body)
  return { world, worker, find }
}

test('a Chinese name is found by any part of it, by pinyin and by initials', async () => {
  const { find } = await aWorldWith(['王桂英', '李小龙', '赵铁柱'])
  for (const text of ['王', '桂', '桂英', 'wgy', 'guiying', '王 桂英', 'WangGuiying', '王guiying']) {
    expect([text, await find(text)]).toEqual([text, ['王桂英']])
  }
  expect(await find('王小')).toEqual([])
})

test('a Russian name is found in both alphabets and in either order', async () => {
  const { find } = await aWorldWith(['Иванова Мария Петровна', 'Петров Иван'])
  for (const text of ['Иванова', 'мария иванова', 'ivanova', 'Mariya', 'ИВАНОВА М']) {
    expect([text, await find(text)]).toEqual([text, ['Иванова Мария Петровна']])
  }
})

test('other names, the tails of telephone and identity number, and the case number find the person too', async () => {
  const { world, worker, find } = await aWorldWith(['赵铁柱'])
  await aRecordedPerson(world, worker, {
    name: '王桂英',
    otherNames: '王奶奶、桂嫂',
    idNumber: '11010519491231002X',
  })
  for (const text of [
    '王奶奶',
    '桂嫂',
    '5678',
    '138-1234-5678',
    '+86 13812345678',
    '002x',
    '王 5678',
    '11010519491231002X',
  ]) {
    expect([text, await find(text)]).toEqual([text, ['王桂英']])
  }
  expect(await find('678')).toEqual([])
  expect(await find('1234')).toEqual([])
  await anOpenCase(world, worker)
  for (const text of ['AN-2026-0001', 'an-2026-0001', '2026-0001'])
    expect([text, await find(text)]).toEqual([text, ['李小龙']])
})

test('traditional or simplified, with tones or without, in whatever romanisation: the same person is found', async () => {
  const { find } = await aWorldWith(['劉小雲', '王桂英', 'Юлия Сергеевна', 'Julia Becker'])
  for (const text of ['刘小云', '劉', '小云', 'liú xiǎo yún', 'liu2xiao3'])
    expect([text, await find(text)]).toEqual([text, ['劉小雲']])
  for (const text of ['julia', 'Yulia', 'Iuliia', 'юлия'])
    expect([text, (await find(text)).toSorted((one, other) => one.localeCompare(other))]).toEqual([
      text,
      ['Julia Becker', 'Юлия Сергеевна'],
    ])
})

test('whoever is named just so stands first, then who begins so, then who has it somewhere, then who sounds so', async () => {
  const { world, worker, find } = await aWorldWith(['Liu Ying', '刘英', '英子', '王英', '刘英子', '英'])
  await aRecordedPerson(world, worker, { name: '桂花', otherNames: '英', phone: '' })
  expect(await find('英')).toEqual(['英', '英子', '刘英', '王英', '刘英子', '桂花'])
  expect(await find('刘 英')).toEqual(['刘英', '刘英子'])
  expect(await find('liu ying')).toEqual(['Liu Ying', '刘英', '刘英子'])
  const api = world.as(worker)
  const first = await api.post('/searches', { text: '英', limit: 4 })
  const second = await api.post('/searches', { text: '英', limit: 4, after: first.body['next'] })
  expect([...namesIn(first.body), ...namesIn(second.body)]).toEqual(await find('英'))
})

test('nothing searchable finds nobody', async () => {
  const { find } = await aWorldWith(['王桂英'])
  for (const text of ['', '  ', '%', '_', "'", '·']) expect([text, await find(text)]).toEqual([text, []])
})

test('pages follow each other without a gap or a repeat, and a broken cursor is refused', async () => {
  const names = ['王一', '王二', '王三', '王小四', '王小五']
  const { world, worker } = await aWorldWith(names)
  const api = world.as(worker)
  const found: string[] = []
  let after: string | null = null
  do {
    const page = await api.post('/searches', { text: '王', limit: 2, ...(after === null ? {} : { after }) })
    found.push(...namesIn(page.body))
    after = page.body['next'] as string | null
  } while (after !== null)
  expect(found).toHaveLength(names.length)
  expect(new Set(found)).toEqual(new Set(names))
  expect(await api.post('/searches', { text: '王', after: 'xyz' })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'after' }] },
  })
})

test('what is looked for is kept nowhere: neither on the audit nor as a kept answer', async () => {
  const { world, worker } = await aWorldWith(['王桂英'])
  const key = '3f2b0d3e-55b3-4c8e-9d0a-8f6f1c1f7a11'
  await world.as(worker).post('/searches', { text: 'guiying' }, { key })
  const [line] = await world.rows(`select operation, act, cardinality(listed) as shown, audit_log::text as all
    from audit_log order by id desc limit 1`)
  expect(line).toMatchObject({ operation: 'person.search', act: 'look', shown: 1 })
  expect(line?.['all']).not.toMatch(/guiying|王/u)
  expect(await world.rows('select * from kept_answers where key = $1', [key])).toEqual([])
})

test('among 20 000 people a search reads the index, row-level security or not', async () => {
  const { world, worker } = await aWorldWith([])
  await twentyThousand(world, worker)
  const plan = await planOf(world, worker, '桂英')
  expect(plan).toContain('person_search_keys_pkey')
  const tables = scannedWhole(plan)
  expect(tables).toEqual([])
  // By number the same index is asked, with a blind mark.
  expect(scannedWhole(await planOf(world, worker, '13812345678'))).toEqual([])
  const page = await world.as(worker).post('/searches', { text: '桂英' })
  expect(page.body['rows']).toHaveLength(25)
  // One character: a worker is asked about those in sight, a head reads some hundreds of them and no more.
  const few = await planOf(world, worker, '英')
  expect(few).toContain('Function Scan on people_in_sight')
  expect(scannedWhole(few)).toEqual([])
  const head = await world.worker(worker.agencyId, { role: 'agency-head' })
  await world.rows('update people set readers = readers || $1::uuid', [head.id])
  const many = await planOf(world, { ...head, role: 'agency-head' }, '英', 'explain analyze')
  expect(scannedWhole(many)).toEqual([])
  const read = Array.from(many.matchAll(/actual time=\S+ rows=([\d.]+) loops=(\d+)/gu), ([, rows, loops]) =>
    Math.round(Number(rows) * Number(loops)),
  )
  expect(Math.max(...read)).toBeLessThan(1500)
  const pages = await pagesOf(world.as(head), '英')
  expect(pages).toHaveLength(1000)
  expect(new Set(pages).size).toBe(1000)
}, 120_000)

test('a head finds the nearest first too, and finds by two characters apart', async () => {
  const { world, worker } = await aWorldWith(['Liu Ying', '刘英', '英子', '王英', '刘英子', '英'])
  const head = await world.worker(worker.agencyId, { role: 'agency-head' })
  await world.rows('update people set readers = readers || $1::uuid', [head.id])
  const find = async (text: string) => namesIn((await world.as(head).post('/searches', { text })).body)
  expect(await find('英')).toEqual(['英', '英子', '刘英', '王英', '刘英子'])
  expect(await find('刘 英')).toEqual(['刘英', '刘英子'])
  expect(await find('l')).toEqual(['Liu Ying', '刘英', '刘英子'])
  const first = await world.as(head).post('/searches', { text: '英', limit: 2 })
  const second = await world.as(head).post('/searches', { text: '英', limit: 2, after: first.body['next'] })
  expect([...namesIn(first.body), ...namesIn(second.body)]).toEqual(['英', '英子', '刘英', '王英'])
  const stranger = await world.worker(worker.agencyId)
  expect(namesIn((await world.as(stranger).post('/searches', { text: '英' })).body)).toEqual([])
})

const Ids = z.object({ rows: z.array(z.object({ id: z.string() })), next: z.string().nullable() })

/** Whom a text finds, page after page. */
async function pagesOf(api: ReturnType<TestWorld['as']>, text: string): Promise<string[]> {
  const found: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = Ids.parse((await api.post('/searches', { text, limit: 100, ...(after && { after }) })).body)
    found.push(...page.rows.map(({ id }) => id))
    after = page.next
  }
  return found
}

/** The tables of people that a plan reads from beginning to end. */
const scannedWhole = (plan: string) =>
  Array.from(plan.matchAll(/Seq Scan on (people|person_\w+)/gu), ([, name]) => name)

type TestWorld = Awaited<ReturnType<typeof testWorld>>
type Recorder = Readonly<{ id: string; agencyId: string }>

async function twentyThousand(world: TestWorld, { id, agencyId }: Recorder) {
  const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗')
  const given = Array.from('英龙芳伟敏静丽强磊军洋勇艳杰娟涛明超霞平')
  const middle = ['桂', '小', '大', '文', '春']
  const names = surnames.flatMap((one) =>
    middle.flatMap((two) => given.map((three) => `${one}${two}${three}`)),
  )
  // The keys of the characters are enough to ask by, and quickly written.
  const keys = names.map((name) => nameKeys(name).filter((key) => /\p{Script=Han}/u.test(key)))
  await world.rows(
    `insert into people (agency_id, id, name, created_by)
     select $1, gen_random_uuid(), name, $2 from unnest($3::text[]) as name, generate_series(1, 10)`,
    [agencyId, id, names],
  )
  await world.rows(
    `insert into person_search_keys (agency_id, key, person_id)
     select p.agency_id, k.key, p.id from people p join unnest($1::text[], $2::text[]) as k(name, key) on k.name = p.name`,
    [names.flatMap((name, at) => keys[at]?.map(() => name) ?? []), keys.flat()],
  )
  await world.rows('analyze people')
  await world.rows('analyze person_search_keys')
}

/** The plan of the search itself, asked for as the application does: in the worker's role, through the policies. */
function planOf(
  world: TestWorld,
  { id, agencyId, role: as = 'worker' }: Recorder & { role?: Actor['role'] },
  text: string,
  how = 'explain',
): Promise<string> {
  const actor: Actor = {
    agencyId,
    workerId: id,
    principals: [id],
    role: as,
    level: 3,
    signInId: id,
    name: '',
    language: 'zh-CN',
    agencyName: '',
    demo: false,
  }
  return enterAs(
    world.platform.database,
    { actor, operation: 'person.search', now: world.now() },
    async (tx) => {
      const [role] = (await sql<{ role: string }>`select current_user as role`.execute(tx.db)).rows
      expect(role).toEqual({ role: as === 'worker' ? 'alongside_worker' : 'alongside_head' })
      const { text: asked, values } = searchStatement(tx, { text, limit: 26, lastId: null })
      return JSON.stringify(await ask(tx, { text: `${how} ${asked}`, values }))
    },
  )
}
