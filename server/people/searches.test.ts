import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Actor, ask, enterAs, type Transaction } from '#server/access/index.ts'
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
  const head = await world.worker(worker.agencyId, { role: 'agency-head' })
  const other = await world.worker(worker.agencyId)
  await twentyThousand(world, worker, { all: head.id, aQuarter: other.id })
  const plan = await planOf(world, worker, '桂英')
  expect(plan).toContain('Index Only Scan using person_search_keys_in_order')
  const tables = scannedWhole(plan)
  expect(tables).toEqual([])
  // By number the same index is asked, with a blind mark.
  expect(scannedWhole(await planOf(world, worker, '13812345678'))).toEqual([])
  const page = await world.as(worker).post('/searches', { text: '桂英' })
  expect(page.body['rows']).toHaveLength(10)
  // One character: whoever sees few is asked about those; of whoever sees many, a page is read of the index and no more.
  const few = await planOf(world, worker, '英')
  expect(few).toContain('Function Scan on people_in_sight')
  expect(few).toContain('Index Only Scan using person_search_keys_pkey')
  expect(scannedWhole(few)).toEqual([])
  // A head to whom no case was opened sees as many all the same.
  // Two characters apart: of those who have the one, each is asked for the other.
  for (const [text, most] of [
    ['英', 60],
    ['桂英', 60],
    ['英 王', 1100],
  ] as const) {
    const many = await planOf(world, { ...head, role: 'agency-head' }, text, 'explain analyze')
    expect(scannedWhole(many)).toEqual([])
    expect([text, mostRead(many) < most]).toEqual([text, true])
  }
  const pages = await pagesOf(world.as(head), '英')
  expect(pages).toHaveLength(1000)
  expect(new Set(pages).size).toBe(1000)
  // Of those whom others see, most are passed over in the index: their people are not looked at.
  const quarter = await planOf(world, other, '英', 'explain analyze')
  expect(mostRead(quarter)).toBeLessThan(60)
}, 120_000)

test('whoever sees few and whoever sees many find the same, in the same order, page after page', async () => {
  const names = [
    '王英',
    '英',
    '李英子',
    '英子',
    '王桂英',
    '劉英',
    'Wang Ying',
    '王小龙',
    'Ying',
    '刘小英',
    '汪影',
    'Мария Иванова',
    'Maria',
    'Марина',
  ]
  const { world, worker } = await aWorldWith([...names, ...names])
  const stranger = await world.worker(worker.agencyId)
  for (const name of names) await aRecordedPerson(world, stranger, { name, phone: '' })
  const texts = ['英', '王', 'ying', 'y', 'мария', 'мар', 'mar', '王 英', 'ying w', '劉', '小', 'м и']
  const asked = async () => {
    const found = new Map<string, readonly string[]>()
    for (const text of texts) found.set(text, await pagesOf(world.as(worker), text, 3))
    return found
  }
  const few = await asked()
  await seesMany(world, worker)
  expect(await asked()).toEqual(few)
  const seen = await world.rows<{ id: string }>('select id from people where $1 = any(readers)', [worker.id])
  const ids = new Set(seen.map(({ id }) => id))
  for (const [text, found] of few) {
    expect([text, found.length > 0, new Set(found).size]).toEqual([text, true, found.length])
    expect([text, found.filter((id) => !ids.has(id))]).toEqual([text, []])
  }
})

test('whoever types a traditional character finds the names that have it first', async () => {
  const { find } = await aWorldWith(['刘英', '劉英子', '英劉'])
  expect(await find('劉')).toEqual(['劉英子', '英劉', '刘英'])
  expect(await find('刘')).toEqual(['刘英', '英劉', '劉英子'])
})

test('the client of the case whose number is typed comes first, once', async () => {
  const { world, worker } = await aWorldWith(['2026-0001'])
  await anOpenCase(world, worker)
  const api = world.as(worker)
  const pages = await pagesOf(api, '2026-0001', 1)
  const names = namesIn((await api.post('/searches', { text: '2026-0001' })).body)
  expect(names).toEqual(['李小龙', '2026-0001'])
  expect(new Set(pages).size).toBe(2)
})

test('keys say of their person what the person is, whoever writes them and whatever changes', async () => {
  const { world, worker } = await aWorldWith(['王桂英', 'Иванова Мария'])
  const { caseId } = await anOpenCase(world, worker)
  const colleague = await world.worker(worker.agencyId)
  await world.rows(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'team', $4)`,
    [worker.agencyId, caseId, colleague.id, worker.id],
  )
  await world.rows(`update people set name = '王桂莲' where name = '王桂英'`)
  await world.rows(`update people set readers = readers || $1::uuid where name = 'Иванова Мария'`, [
    colleague.id,
  ])
  await actAs(world, worker, ({ db }) =>
    sql`insert into person_search_keys (agency_id, key, person_id, place, name_length, name, seen_by)
      select agency_id, 'forged', id, 0, 1, '', -1 from people`.execute(db),
  )
  const said = await world.rows<{ n: number }>(`select count(*)::int as n from person_search_keys`)
  expect(said[0]?.n).toBeGreaterThan(50)
  expect(
    await world.rows(`select p.name, k.key from person_search_keys k join people p on p.agency_id = k.agency_id and p.id = k.person_id
      where k.name <> p.name or k.name_length <> char_length(p.name) or k.place <> place_in_name(k.key, p.name)
        or k.seen_by <> reader_marks(p.readers)`),
  ).toEqual([])
})

test('with a wrong mark nobody is shown who is out of sight, and who is in sight is hidden', async () => {
  const { world, worker, find } = await aWorldWith(['王桂英'])
  const stranger = await world.worker(worker.agencyId)
  await world.rows('update person_search_keys set seen_by = -1')
  const read = await actAs(world, stranger, ({ db }) => sql`select from person_search_keys`.execute(db))
  expect(read.rows).toEqual([])
  expect(namesIn((await world.as(stranger).post('/searches', { text: '桂英' })).body)).toEqual([])
  expect(await find('桂英')).toEqual(['王桂英'])
  await world.rows('update person_search_keys set seen_by = 0')
  expect(await find('桂英')).toEqual([])
})

test('without row-level security a search shows whom the worker sees, and nobody else', async () => {
  const world = await testWorld({}, { apart: true })
  const worker = await world.worker(await world.agency())
  const other = await world.worker(worker.agencyId)
  for (const name of ['王英', '王桂英', '英子']) await aRecordedPerson(world, other, { name, phone: '' })
  await aRecordedPerson(world, worker, { name: '王桂英', phone: '' })
  for (const table of ['people', 'person_search_keys', 'person_keys', 'cases'])
    await world.rows(`alter table ${table} disable row level security`)
  const asked = async () => {
    const found: string[][] = []
    for (const text of ['英', '桂英', 'wgy', '王 英'])
      found.push(namesIn((await world.as(worker).post('/searches', { text, limit: 2 })).body))
    return found
  }
  const one = ['王桂英']
  expect(await asked()).toEqual([one, one, one, one])
  await seesMany(world, worker)
  expect(await asked()).toEqual([one, one, one, one])
})

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
async function pagesOf(api: ReturnType<TestWorld['as']>, text: string, limit = 100): Promise<string[]> {
  const found: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = Ids.parse((await api.post('/searches', { text, limit, ...(after && { after }) })).body)
    found.push(...page.rows.map(({ id }) => id))
    after = page.next
  }
  return found
}

/** How many rows the busiest step of a plan gave in all. */
const mostRead = (plan: string) =>
  Math.max(
    ...Array.from(plan.matchAll(/actual time=\S+ rows=([\d.]+) loops=(\d+)/gu), ([, rows, loops]) =>
      Math.round(Number(rows) * Number(loops)),
    ),
  )

/** From now on this worker counts as one who sees many, whomever they see: more was opened to them than is asked one by one. */
const seesMany = (world: TestWorld, { id, agencyId }: Recorder) =>
  world.tamper(
    `insert into sight_grants (agency_id, inquiry_id, principal_id, source, granted_by)
     select $1, gen_random_uuid(), $2, 'receiver', $2 from generate_series(1, 1001)`,
    [agencyId, id],
  )

/** The tables of people that a plan reads from beginning to end. */
const scannedWhole = (plan: string) =>
  Array.from(plan.matchAll(/Seq Scan on (people|person_\w+)/gu), ([, name]) => name)

type TestWorld = Awaited<ReturnType<typeof testWorld>>
type Recorder = Readonly<{ id: string; agencyId: string }>

async function twentyThousand(
  world: TestWorld,
  { id, agencyId }: Recorder,
  readers: Readonly<{ all: string; aQuarter: string }>,
) {
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
    `update people set readers = readers || $1::uuid || case when id::text > 'c' then array[$2::uuid] else '{}' end`,
    [readers.all, readers.aQuarter],
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
const planOf = (world: TestWorld, who: Recorder & { role?: Actor['role'] }, text: string, how = 'explain') =>
  actAs(world, who, async (tx) => {
    const [role] = (await sql<{ role: string }>`select current_user as role`.execute(tx.db)).rows
    expect(role).toEqual({ role: who.role === 'agency-head' ? 'alongside_head' : 'alongside_worker' })
    const { text: asked, values } = searchStatement(tx, { text, limit: 26, lastId: null })
    return JSON.stringify(await ask(tx, { text: `${how} ${asked}`, values }))
  })

/** Does something in the database as one of its people, through the policies. */
function actAs<T>(
  world: TestWorld,
  { id, agencyId, role = 'worker' }: Recorder & { role?: Actor['role'] },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const actor: Actor = {
    agencyId,
    workerId: id,
    principals: [id],
    role,
    level: 3,
    signInId: id,
    name: '',
    language: 'zh-CN',
    agencyName: '',
    demo: false,
  }
  return enterAs(world.platform.database, { actor, operation: 'person.search', now: world.now() }, work)
}
