import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'

test('a page says in its text how many rows it has; other values stay values', async () => {
  const { platform } = await testWorld()
  const { db } = platform.database
  const page = db.selectFrom('workers').select('id').where('name', '=', '陈思远').orderBy('id').limit(26)
  expect(page.compile()).toMatchObject({
    sql: 'select "id" from "workers" where "name" = $1 order by "id" limit 26',
    parameters: ['陈思远'],
  })
})
