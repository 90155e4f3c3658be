import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'
import { seedDemo } from './index.ts'

const password = 'walk alongside, step by step'

test('the second start of the demo adds nothing', async () => {
  const world = await testWorld()
  const accounts = await seedDemo(world.platform, { password })
  expect(accounts).toHaveLength(12)
  const [{ count } = { count: 0 }] = await world.rows<{ count: number }>(
    'select count(*)::int as count from workers',
  )
  expect(count).toBe(12)
  const { ['x']: _, ...before } = await world.counts()
  await seedDemo(world.platform, { password })
  const after = await world.counts()
  const named = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).filter(([name]) => !name.startsWith('passwords')))
  expect(named(after)).toEqual(named(before))
})
