import { expect, test } from 'vitest'
import { makeEnding } from './ending.ts'

test('steps are undone in reverse order, once, although asked twice', async () => {
  const undone: string[] = []
  const ending = makeEnding(() => undefined)
  await ending.onEnd(async () => void undone.push('database'))
  await ending.onEnd(async () => void undone.push('server'))
  await Promise.all([ending.end(), ending.end()])
  expect(undone).toEqual(['server', 'database'])
})

test('a step that fails is told of and does not keep the database running', async () => {
  const complaints: unknown[] = []
  const undone: string[] = []
  const ending = makeEnding((problem) => complaints.push(problem))
  await ending.onEnd(async () => void undone.push('database'))
  await ending.onEnd(() => Promise.reject(new Error('stuck')))
  await ending.end()
  expect(undone).toEqual(['database'])
  expect(complaints).toEqual([new Error('stuck')])
})

test('what becomes ready after the end has begun is undone at once, and the start goes no further', async () => {
  const undone: string[] = []
  const ending = makeEnding(() => undefined)
  await ending.end()
  await expect(ending.onEnd(async () => void undone.push('late database'))).rejects.toThrow(
    'Stopped while starting.',
  )
  expect(undone).toEqual(['late database'])
  expect(ending.hasBegun()).toBe(true)
})
