import { expect, test } from 'vitest'
import { carryForward, differences, merged, restoreDecision, retryDelay, same, type Kept } from './draft.ts'

const base = { facts: 'came alone', judgement: 'tired', tasks: ['call'] }

test('only what differs has to be decided, and who changed it is suggested', () => {
  const mine = { ...base, facts: 'came with her grandson' }
  const theirs = { ...base, tasks: ['call', 'visit'] }
  expect(differences(base, mine, theirs)).toEqual([
    { field: 'facts', suggested: 'mine' },
    { field: 'tasks', suggested: 'theirs' },
  ])
})

test('a field both changed has no suggestion', () => {
  const mine = { ...base, judgement: 'worried' }
  const theirs = { ...base, judgement: 'calm' }
  expect(differences(base, mine, theirs)).toEqual([{ field: 'judgement', suggested: null }])
})

test('a merge takes mine where chosen and theirs elsewhere', () => {
  const mine = { ...base, facts: 'mine', judgement: 'mine' }
  const theirs = { ...base, facts: 'theirs', judgement: 'theirs' }
  expect(merged(mine, theirs, { facts: 'mine', judgement: 'theirs' })).toEqual({
    ...base,
    facts: 'mine',
    judgement: 'theirs',
  })
})

test('what is typed while a save is on its way stays', () => {
  const sent = { ...base, facts: 'came with' }
  const now = { ...sent, facts: 'came with her grandson' }
  const answered = { ...sent, judgement: 'completed by the server' }
  expect(carryForward(sent, now, answered)).toEqual({ ...answered, facts: 'came with her grandson' })
})

test('a blank at the end that the server trims does not vanish under the writer', () => {
  const sent = { facts: 'came with ' }
  expect(carryForward(sent, sent, { facts: 'came with' })).toEqual(sent)
})

const kept = (part: Partial<Kept<typeof base>>): Kept<typeof base> => ({
  mine: { ...base, facts: 'typed here' },
  base,
  version: 3,
  at: '2026-11-21T10:00:00Z',
  ...part,
})

test('text kept from the version still on the server is put back', () => {
  expect(restoreDecision(kept({}), { value: base, version: 3 })).toBe('restore')
})

test('text kept from an older version is shown beside the newer one, never over it', () => {
  expect(restoreDecision(kept({}), { value: { ...base, judgement: 'new' }, version: 4 })).toBe('conflict')
})

test('text that reached the server after all needs nothing', () => {
  expect(restoreDecision(kept({}), { value: { ...base, facts: 'typed here' }, version: 4 })).toBe('nothing')
  expect(restoreDecision(null, { value: base, version: 3 })).toBe('nothing')
})

test('absent and undefined say the same, null and empty do not', () => {
  expect(same({ a: undefined }, {})).toBe(true)
  expect(same({ a: null }, { a: '' })).toBe(false)
  expect(same([1, 2], [2, 1])).toBe(false)
  expect(same([], {})).toBe(false)
})

test('attempts slow down and never stop', () => {
  expect([0, 1, 2, 10].map(retryDelay)).toEqual([2000, 4000, 8000, 60_000])
})
