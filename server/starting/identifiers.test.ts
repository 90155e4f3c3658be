import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { aPersonSheet } from '#server/people/people.factory.ts'
import { nameKeys } from '#server/people/search-keys.ts'
import { keyFilePath } from '#server/platform/identifier-keys/index.ts'
import { dumpOf, linesWith } from '#server/testing/dump.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { bringPeopleUpMeanwhile, prepareIdentifiers } from './identifiers.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'alongside-identifiers-'))
})

afterEach(() => rmSync(dataDir, { recursive: true }))

const say = () => {}
const canaries = ['11010519491231002X', '13986427531', '翠湖路 77 号', '只在周三上午联系', '"kept plain"']

/** A database as an earlier version left it: plain identifiers, plain tails among the keys, plain kept answers. */
async function anOlderDatabase(count: number) {
  const world = await testWorld()
  const [agency] = await world.rows<{ id: string }>(
    `insert into agencies (agency_id, name, desk_post, head_post)
     values (gen_random_uuid(), '安宁社工站', gen_random_uuid(), gen_random_uuid()) returning agency_id as id`,
  )
  const worker = await world.worker(agency?.id ?? '')
  await world.rows(`alter table people drop constraint people_hold_nothing_plain;
    alter table kept_answers drop constraint kept_answers_hold_nothing_plain`)
  await world.rows(
    `insert into people (agency_id, id, name, id_number, phone, address, safe_contact, created_by)
     select $1, gen_random_uuid(), '王桂英', '11010519491231002X', '139 8642 7531'::text, '翠湖路 77 号', '只在周三上午联系', $2
     from generate_series(1, $3::integer)`,
    [worker.agencyId, worker.id, count],
  )
  await world.rows(
    `insert into person_search_keys select agency_id, key, id from people, unnest(array['王', '#13986427531', '#7531']) as key`,
  )
  await world.rows(
    `insert into kept_answers (agency_id, worker_id, key, fingerprint, status, answer)
     values ($1, $2, gen_random_uuid(), 'plain', 200, '{"phone": "13986427531", "text": "kept plain"}')`,
    [worker.agencyId, worker.id],
  )
  await world.rows(`
    alter table people add constraint people_hold_nothing_plain
      check (id_number is null and phone = '' and address = '' and safe_contact = '') not valid;
    alter table kept_answers add constraint kept_answers_hold_nothing_plain check (answer is null) not valid`)
  return { world, worker }
}

const prepare = ({ ownerUrl }: World) => prepareIdentifiers({ ownerUrl, dataDir, say })

/** Through the walls as the worker: the app of the test world holds other keys than the file, so it is asked in SQL. */
const sealedPeople = (world: World) =>
  world.rows<{ sealed: number; keys: number }>(`select
    count(*) filter (where edition = 1 and phone_sealed is not null and id_number_mark is not null)::int as sealed,
    (select count(*)::int from person_keys) as keys from people`)

async function expectAllSealed(world: World, count: number) {
  expect(await sealedPeople(world)).toEqual([{ sealed: count, keys: count }])
  expect(linesWith(await dumpOf(world), canaries)).toEqual([])
  expect(
    await world.rows(`select 1 from person_search_keys where key like '#%' and length(key) <> 23`),
  ).toEqual([])
  const proven = await world.rows(
    `select conname from pg_constraint where conname like '%hold_nothing_plain' and convalidated`,
  )
  expect(proven).toHaveLength(2)
}

test('what an earlier version wrote plain is sealed at the start, once, and nothing plain is left', async () => {
  const { world } = await anOlderDatabase(3)
  expect(linesWith(await dumpOf(world), canaries)).not.toEqual([])
  await prepare(world)
  await expectAllSealed(world, 3)
  const before = await world.counts()
  await prepare(world)
  expect(await world.counts()).toEqual(before)
})

test('killed while it seals, the next start goes on where it was', async () => {
  const { world } = await anOlderDatabase(2_200)
  await killedWhileSealing(world)
  const [half] = await sealedPeople(world)
  expect(half?.sealed).toBeGreaterThan(0)
  expect(half?.sealed).toBeLessThan(2_200)
  expect(half?.keys).toBe(half?.sealed)
  await prepare(world)
  await expectAllSealed(world, 2_200)
}, 60_000)

/** Seals in a process of its own, which is killed by force after its first batch. */
async function killedWhileSealing({ ownerUrl }: World): Promise<void> {
  const place = JSON.stringify({ ownerUrl, dataDir })
  const module = JSON.stringify(join(import.meta.dirname, 'identifiers.ts'))
  const program = `const { prepareIdentifiers } = await import(${module})
    await prepareIdentifiers({ ...${place}, say: (sentence) => console.log(sentence) })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.stdout.once('data', () => child.kill('SIGKILL'))
  await ended
}

test('a database with keys is not opened without its key file, nor with another one', async () => {
  const { world } = await anOlderDatabase(1)
  await prepare(world)
  const before = await world.counts()
  const path = keyFilePath(dataDir)
  const other = { keys: [{ id: 'other', key: Buffer.alloc(32, 9).toString('base64') }] }
  writeFileSync(path, JSON.stringify(other))
  await expect(prepare(world)).rejects.toThrow(/does not open the identifiers of this database/)
  rmSync(path)
  await expect(prepare(world)).rejects.toThrow(StartProblem)
  await expect(prepare(world)).rejects.toThrow(/missing or damaged: put it back/)
  expect(await world.counts()).toEqual(before)
})

test('a search finds by number whom the start has sealed', async () => {
  const { world, worker } = await anOlderDatabase(1)
  const keys = await prepare(world)
  const found = await searchedWith(world, worker, keys)
  expect(found).toMatchObject([{ name: '王桂英', phoneTail: '7531' }])
})

/** The same database through an app that holds the keys of the file. */
async function searchedWith(world: World, worker: TestWorker, keys: Awaited<ReturnType<typeof prepare>>) {
  const again = await testWorld({}, { keys, on: world })
  return (await again.as(worker).post('/searches', { text: '27531' })).body['rows']
}

/** A database that knows that nothing in it is plain, and people who were loaded past the program: without keys of their own. */
async function peopleLoadedPast(count: number) {
  const world = await testWorld()
  await world.rows('alter table people validate constraint people_hold_nothing_plain')
  await world.rows('alter table kept_answers validate constraint kept_answers_hold_nothing_plain')
  const worker = await world.worker(await world.agency())
  await world.rows(
    `insert into people (agency_id, id, name, created_by) select $1, gen_random_uuid(), '王桂英', $2 from generate_series(1, $3::integer)`,
    [worker.agencyId, worker.id, count],
  )
  await world.rows(
    `insert into person_search_keys (agency_id, key, person_id)
     select agency_id, key, id from people, unnest(array['王', '桂英', '李']) as key`,
  )
  // Under the agency's keys of the test world's app, as it holds them; the start finds the file that has them.
  await world.rows('delete from agency_keys')
  return { world, worker }
}

const meanwhile = ({ ownerUrl }: World, keys: Awaited<ReturnType<typeof prepare>>) =>
  bringPeopleUpMeanwhile({ ownerUrl, say }, keys)

const upToDate = async (world: World) =>
  (await world.rows<{ n: number }>('select count(*)::int as n from people where edition = 1'))[0]?.n

test('where nothing can be plain the start waits for nobody; they are brought up while it answers', async () => {
  const { world, worker } = await peopleLoadedPast(3)
  const keys = await prepare(world)
  expect(await upToDate(world)).toBe(0)
  const again = await testWorld({}, { keys, on: world })
  const api = again.as(worker)
  const [met] = await world.rows<{ id: string }>('select id from people order by id limit 1')
  const path = `/people/${met?.id ?? ''}`
  expect((await api.get(path)).body).toMatchObject({ sheet: { name: '王桂英', phone: '' } })
  const changed = await api.put(path, aPersonSheet({ phone: '139 8642 7531' }), { version: 1 })
  expect(changed.status).toBe(200)
  await meanwhile(world, keys).done
  expect(await upToDate(world)).toBe(3)
  expect((await api.get(path)).body).toMatchObject({ sheet: { phone: '139 8642 7531' } })
  expect(await world.rows('select count(*)::int as n from person_keys')).toEqual([{ n: 3 }])
  const kept = await world.rows<{ keys: string[] }>(
    `select array_agg(key order by key) as keys from person_search_keys where person_id <> $1 group by person_id`,
    [met?.id],
  )
  const wanted = nameKeys('王桂英').toSorted((one, other) => (one < other ? -1 : 1))
  expect(kept).toEqual([{ keys: wanted }, { keys: wanted }])
})

test('asked to stop, it ends after the step that is under way, and the next start goes on', async () => {
  const { world } = await peopleLoadedPast(1_200)
  const keys = await prepare(world)
  await meanwhile(world, keys).end()
  const some = (await upToDate(world)) ?? 0
  expect(some).toBeLessThan(1_200)
  await meanwhile(world, keys).done
  expect(await upToDate(world)).toBe(1_200)
  expect(await world.rows('select count(*)::int as n from person_keys')).toEqual([{ n: 1_200 }])
}, 60_000)

test('of search keys only what differs is written', async () => {
  const { world } = await peopleLoadedPast(2)
  const keys = await prepare(world)
  const before = await world.rows(
    `select ctid, key from person_search_keys where key in ('王', '桂英') order by ctid`,
  )
  await meanwhile(world, keys).done
  expect(
    await world.rows(`select ctid, key from person_search_keys where key in ('王', '桂英') order by ctid`),
  ).toEqual(before)
})
