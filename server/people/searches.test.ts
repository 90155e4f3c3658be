import pg from 'pg'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { aRecordedPerson } from './people.factory.ts'
import { nameKeys } from './search-keys.ts'

async function aWorldWith(names: readonly string[]) {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  for (const name of names) await aRecordedPerson(world, worker, { name, phone: '' })
  const find = async (text: string) =>
    (await world.as(worker).post('/searches', { text })).body['rows']?.map((row) => row['name'])
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

test('nothing searchable finds nobody', async () => {
  const { find } = await aWorldWith(['王桂英'])
  for (const text of ['', '  ', '%', '_', "'", '·']) expect([text, await find(text)]).toEqual([text, []])
})

test('pages follow each other without a gap or a repeat, and a broken cursor is refused', async () => {
  const names = ['王一', '王二', '王三', '王小四', '王小五']
  const { world, worker } = await aWorldWith(names)
  const api = world.as(worker)
  const found: unknown[] = []
  let after: string | null = null
  do {
    const page = await api.post('/searches', { text: '王', limit: 2, ...(after === null ? {} : { after }) })
    found.push(...page.body['rows'].map((row: { name: string }) => row.name))
    after = page.body['next'] as string | null
  } while (after !== null)
  expect(found.toSorted()).toEqual(names.toSorted())
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
  const plan = await planAs(world.appUrl, worker, '桂英')
  expect(plan).toContain('person_search_keys_pkey')
  expect(plan).not.toMatch(/Seq Scan on (?:person_search_keys|people)/u)
  const began = performance.now()
  const page = await world.as(worker).post('/searches', { text: '桂英' })
  expect(page.body['rows']).toHaveLength(25)
  expect(performance.now() - began).toBeLessThan(1000)
}, 120_000)

type TestWorld = Awaited<ReturnType<typeof testWorld>>
type Recorder = Readonly<{ id: string; agencyId: string }>

async function twentyThousand(world: TestWorld, { id, agencyId }: Recorder) {
  const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗')
  const given = Array.from('英龙芳伟敏静丽强磊军洋勇艳杰娟涛明超霞平')
  const middle = ['桂', '小', '大', '文', '春']
  const names = surnames.flatMap((one) =>
    middle.flatMap((two) => given.map((three) => `${one}${two}${three}`)),
  )
  const keys = names.map((name) => nameKeys(name))
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

/** The plan of the search's own condition, asked for as the application does: in the worker's role. */
async function planAs(url: string, { id, agencyId }: Recorder, key: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  await client.query(
    `select set_config('role', 'alongside_worker', true), set_config('app.agency', $1, true),
            set_config('app.worker', $2, true), set_config('app.principals', $3, true)`,
    [agencyId, id, `{${id}}`],
  )
  const { rows } = await client.query<Record<string, string>>(
    `explain select p.id from people p where p.agency_id = '${agencyId}' and p.id in (
       select k.person_id from person_search_keys k where k.agency_id = '${agencyId}' and k.key = any('{${key}}'::text[])
       group by k.person_id having count(*) = 1)
     order by char_length(p.name), p.name collate "C", p.id limit 26`,
  )
  await client.end()
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
