import { expect, test } from 'vitest'
import { contentHash } from './content-hash.ts'

test('the same content has the same fingerprint, whatever the order of its keys', () => {
  const one = {
    place: '办公室',
    held: { from: new Date('2026-03-02T02:00:00Z'), until: null },
    tasks: ['b', 'a'],
  }
  const other = {
    tasks: ['b', 'a'],
    held: { until: null, from: '2026-03-02T02:00:00.000Z' },
    place: '办公室',
  }
  expect(contentHash(one)).toBe(contentHash(other))
  expect(contentHash(one)).toMatch(/^[0-9a-f]{64}$/u)
})

test.each([
  [{ text: '甲' }, { text: '乙' }],
  [{ text: 'é' }, { text: 'e\u0301' }],
  [{ list: ['a', 'b'] }, { list: ['b', 'a'] }],
  [{ answer: null }, { answer: '' }],
  [{ a: { b: 1 } }, { a: [['b', 1]] }],
])('%j and %j are told apart', (one, other) => {
  expect(contentHash(one)).not.toBe(contentHash(other))
})
