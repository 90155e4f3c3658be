import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { hearing } from '#server/testing/heard.ts'
import { testWorld } from '#server/testing/world.ts'
import { together } from './together.ts'

test('statements that do not wait for each other are sent before the first is answered, and answered in their order', async () => {
  const { platform } = await testWorld({}, { apart: true })
  const { database } = platform
  const events: string[] = []
  database.pool.on('acquire', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
    const heard = (...given: unknown[]) => {
      events.push('sent')
      return query(...given)
    }
    Object.assign(client, { query: heard })
  })
  await database.onOneConnection(async (db) => {
    const ask = async (place: number) => {
      const { rows } = await sql<{ place: number }>`select ${place}::int as place`.execute(db)
      events.push(`answered ${String(rows[0]?.place)}`)
    }
    await together([ask(1), ask(2), ask(3)])
  })
  expect(events).toEqual(['sent', 'sent', 'sent', 'answered 1', 'answered 2', 'answered 3'])
})

test('when one of them fails, the others are waited for, the failure is told, and the connection goes on', async () => {
  const { platform } = await testWorld({}, { apart: true })
  const { database } = platform
  let waited = false
  const slowly = async () => {
    const answer = await sql`select pg_sleep(0.05)`.execute(platform.database.db)
    waited = true
    return answer
  }
  await expect(
    database.onOneConnection((db) => together([sql`select 1 / 0`.execute(db), slowly()])),
  ).rejects.toThrow('division by zero')
  expect(waited).toBe(true)
  const { rows } = await database.onOneConnection((db) => sql`select 1 as one`.execute(db))
  expect(rows).toEqual([{ one: 1 }])
})

test('statements are sent in the order in which they are asked for, also on a connection that was never used', async () => {
  const { platform } = await testWorld({}, { apart: true })
  const { database } = platform
  const sent = hearing(database.pool)
  const asked = ['select 0', 'select 1', 'select 2', 'select 3', 'select 4']
  for (let time = 0; time < 3; time += 1) {
    await database.onOneConnection(async (db) => {
      const answers: Promise<unknown>[] = []
      for (const text of asked) {
        answers.push(sql.raw(text).execute(db))
        // Whatever else the program waits for in between.
        if (answers.length > 2) await Promise.resolve()
        if (answers.length > 3) await setTimeout(0)
      }
      await together(answers)
    })
    expect(sent().map(({ text }) => text)).toEqual(asked)
  }
})
