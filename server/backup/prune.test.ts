import { expect, test } from 'vitest'
import { outdated } from './prune.ts'

const day = 86_400_000
const horizon = 100 * day
const aged = (...ages: readonly number[]) =>
  ages.map((age) => ({ name: `${age} days before`, at: horizon - age * day, lineage: 'one' }))

test('kept are all of the days asked for, and the one that reaches back to their first moment', () => {
  expect(outdated(aged(-2, -1, 1, 2, 3), horizon)).toEqual(['3 days before', '2 days before'])
  expect(outdated(aged(-2, -1, 0, 2), horizon)).toEqual(['2 days before'])
})

test('the last backup stays, however old it is', () => {
  expect(outdated(aged(300), horizon)).toEqual([])
  expect(outdated(aged(-1), horizon)).toEqual([])
  expect(outdated([], horizon)).toEqual([])
})
