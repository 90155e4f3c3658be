import { createSecretKey } from 'node:crypto'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { testKeys } from '#server/testing/keys.ts'
import { testWorld } from '#server/testing/world.ts'
import { openDatabase } from './database.ts'
import { longestKept } from './preparing-pool.ts'

/** One connection of the application, so that every statement below meets the same memory. */
async function oneConnection(but: Partial<Parameters<typeof openDatabase>[0]> = {}) {
  const world = await testWorld()
  const { appPassword } = inject('database')
  const database = openDatabase({
    ownerUrl: world.ownerUrl,
    appPassword,
    keys: testKeys,
    auditKey: createSecretKey(Buffer.alloc(32)),
    max: 1,
    ...but,
  })
  const prepared = async () => {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      database.db,
    )
    return rows.map(({ statement }) => statement)
  }
  return { database, prepared }
}

test('what is asked twice is prepared, what is asked once is not', async () => {
  const { database, prepared } = await oneConnection()
  const ask = (one: number) => sql`select ${one}::int + 1 as next`.execute(database.db)
  await ask(1)
  expect(await prepared()).not.toContain('select $1::int + 1 as next')
  await ask(2)
  const { rows } = await ask(41)
  expect(rows).toEqual([{ next: 42 }])
  expect((await prepared()).filter((text) => text === 'select $1::int + 1 as next')).toHaveLength(1)
  await database.close()
})

test('where everything is worth keeping it is prepared the first time, up to so many', async () => {
  const { database, prepared } = await oneConnection({ preparing: { most: 2, asked: 1 } })
  for (const name of ['one', 'two', 'three']) await sql.raw(`select 1 as ${name}`).execute(database.db)
  expect((await prepared()).toSorted()).toEqual(['select 1 as one', 'select 1 as two'])
  await database.close()
})

test('a statement is prepared anew for another role, and nothing is kept of one too long', async () => {
  const { database, prepared } = await oneConnection()
  const asIn = (role: string) =>
    database.db.transaction().execute(async (db) => {
      await sql`select set_config('role', ${role}, true)`.execute(db)
      return sql<{ who: string }>`select current_user::text as who`.execute(db)
    })
  for (const role of ['alongside_worker', 'alongside_head', 'alongside_worker', 'alongside_head'])
    expect((await asIn(role)).rows).toEqual([{ who: role }])
  expect((await prepared()).filter((text) => text.startsWith('select current_user'))).toHaveLength(2)

  const long = sql.raw(`select 1 as one -- ${'x'.repeat(longestKept)}`)
  for (const _ of [1, 2, 3]) await sql`${long}`.execute(database.db)
  expect((await prepared()).filter((text) => text.startsWith('select 1 as one'))).toEqual([])
  await database.close()
})
