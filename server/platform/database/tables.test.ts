import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'
import { tablesFile } from '../../../tools/tables-file.ts'

test('the types of the tables are what the migrations make', async () => {
  const world = await testWorld()
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  const made = await tablesFile(client)
  await client.end()
  expect(readFileSync(new URL('tables.gen.ts', import.meta.url), 'utf8').replace(/\s+/gu, ' ')).toBe(
    made.replace(/\s+/gu, ' '),
  )
})
