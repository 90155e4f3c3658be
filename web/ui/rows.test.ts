import { expect, test } from 'vitest'
import { fitted, moved } from './rows.ts'

test('a row moves to its new place and the others close up', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
})

test('a row cannot leave the list', () => {
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
})

test('a new row gets a key no other row has, and the others keep theirs', () => {
  expect(fitted([4, 1], 3)).toEqual([4, 1, 5])
  expect(fitted([4, 1], 1)).toEqual([4])
  expect(fitted([], 2)).toEqual([0, 1])
})
