import { expect, test } from 'vitest'
import { testWorld, type World } from './world.ts'

const nameOf = async ({ rows }: World) =>
  (await rows<{ name: string }>('select current_database() as name'))[0]?.name

const everyRow = async ({ rows }: World) => ({
  audited: await rows('select id from audit_log'),
  waiting: await rows('select id from graphile_worker._private_jobs'),
  counted: await rows(
    `select sequencename from pg_sequences where schemaname = 'public' and last_value is not null`,
  ),
})
const none = { audited: [], waiting: [], counted: [] }

let filled: string | undefined
let altered: string | undefined

test('a test fills a database …', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  expect((await world.as(worker).get('/cases?show=mine&state=open')).status).toBe(200)
  expect((await everyRow(world)).audited).not.toEqual([])
  expect(Object.keys(await world.counts())).toContain('workers')
  filled = await nameOf(world)
})

test('… and the next one gets the same, with nothing in it and nothing counted', async () => {
  const world = await testWorld()
  const left = Object.keys(await world.counts())
  expect([await nameOf(world), await everyRow(world), left]).toEqual([filled, none, ['migrations_run']])
  // Two worlds at once never share one.
  expect(await nameOf(await testWorld())).not.toBe(filled)
  await world.rows('alter table people add column whim text')
  altered = filled
})

test('what was altered, or whose address somebody knows, is given to no other test', async () => {
  const world = await testWorld()
  expect(await nameOf(world)).not.toBe(altered)
  expect(await world.rows(`select 1 from information_schema.columns where column_name = 'whim'`)).toEqual([])
  expect(world.ownerUrl).toContain(await nameOf(world))
  filled = await nameOf(world)
})

test('so the next one gets another', async () => {
  expect(await nameOf(await testWorld())).not.toBe(filled)
})
