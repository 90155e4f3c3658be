import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'
import { enterAs } from './index.ts'
import type { Actor } from './actor.ts'

async function aWorldToEnter() {
  const world = await testWorld()
  const { id, agencyId, name } = await world.worker(await world.agency())
  const actor: Actor = {
    signInId: id,
    agencyId,
    workerId: id,
    name,
    role: 'worker',
    level: 3,
    language: 'zh-CN',
    agencyName: '',
    demo: false,
    principals: [id],
  }
  const enter = <T>(work: Parameters<typeof enterAs<T>>[2]) =>
    enterAs(world.platform.database, { actor, operation: 'person.add', now: world.now() }, work)
  return { world, actor, enter }
}

const insertOne = sql`insert into people (agency_id, id, name, created_by)
  values (app_agency(), gen_random_uuid(), '王桂英', app_worker())`

test('a statement that travels with the commit undoes everything when it fails, and the connection goes on', async () => {
  const { world, enter } = await aWorldToEnter()
  const failing = enter(async (tx) => {
    await insertOne.execute(tx.db)
    tx.atLast(sql`select 1 / 0`.execute(tx.db))
  })
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect(await world.rows('select from people')).toEqual([])

  const all = Array.from({ length: 12 }, () =>
    enter(async (tx) => {
      tx.atLast(insertOne.execute(tx.db))
      return (await sql<{ who: string }>`select current_user::text as who`.execute(tx.db)).rows
    }),
  )
  expect(new Set((await Promise.all(all)).flat().map(({ who }) => who))).toEqual(
    new Set(['alongside_worker']),
  )
  expect(await world.rows('select count(*)::int as n from people')).toEqual([{ n: 12 }])
})

test('of a statement that nobody waited for, its own fault is told, not what failed because of it', async () => {
  const { world, enter } = await aWorldToEnter()
  const failing = enter(async (tx) => {
    tx.atLast(insertOne.execute(tx.db))
    tx.atLast(sql`select 1 / 0`.execute(tx.db))
    tx.atLast(insertOne.execute(tx.db))
    await sql`select 1`.execute(tx.db)
    await sql`select 2`.execute(tx.db)
  })
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect(await world.rows('select from people')).toEqual([])
})

test('what nobody waited for is done before what is asked after it', async () => {
  const { enter } = await aWorldToEnter()
  const counts = await enter(async (tx) => {
    const seen: number[] = []
    for (let time = 0; time < 5; time += 1) {
      tx.atLast(
        tx.db
          .insertInto('people')
          .values({ agencyId: tx.actor.agencyId, id: tx.newId(), name: '王', createdBy: tx.actor.workerId })
          .execute(),
      )
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from people`.execute(tx.db)
      seen.push(rows[0]?.n ?? 0)
    }
    return seen
  })
  expect(counts).toEqual([1, 2, 3, 4, 5])
})

test('whoever fails leaves neither role nor transaction behind on the connection', async () => {
  const { world, enter } = await aWorldToEnter()
  for (let time = 0; time < 6; time += 1)
    await expect(enter(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  // As one message, so that it begins when its statement does, unless something is still open.
  const { rows } = await world.platform.database.pool.query(`
    select current_user::text as who, nullif(current_setting('app.agency', true), '') as agency,
           now() <> statement_timestamp() as open`)
  expect(rows).toEqual([{ who: 'alongside_app', agency: null, open: false }])
})

test('an entry that fails while the work is busy elsewhere fails the act, and nothing else', async () => {
  const { world, actor } = await aWorldToEnter()
  const database = world.platform.database
  // No text of PostgreSQL: the role is not taken, and nobody waits for it yet.
  const stranger = { ...actor, agencyId: 'a\0b' }
  const entering = enterAs(database, { actor: stranger, operation: 'person.add', now: world.now() }, () =>
    setTimeout(50, 'done'),
  )
  await expect(entering).rejects.toMatchObject({ code: '22021' })
  expect((await sql<{ one: number }>`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }])
})
