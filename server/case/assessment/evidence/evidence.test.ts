import { expect, test } from 'vitest'
import { isContradicted, type KnownSource, sensitiveKindsOf } from './evidence.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour))
const source = (stance: KnownSource['stance'], hour: number, back: number | null = null): KnownSource => ({
  id: String(hour),
  stance,
  recordedAt: at(hour),
  takenBackAt: back === null ? null : at(back),
})

test('sources contradict each other until it is settled, and again when another says otherwise later', () => {
  const both = [source('agrees', 1), source('contradicts', 2)]
  expect(isContradicted(both, null)).toBe(true)
  expect(isContradicted(both, at(3))).toBe(false)
  expect(isContradicted([...both, source('agrees', 4)], at(3))).toBe(false)
  expect(isContradicted([...both, source('contradicts', 4)], at(3))).toBe(true)
})

test('what was taken back contradicts nothing, and nothing is contradicted by itself', () => {
  expect(isContradicted([source('agrees', 1), source('contradicts', 2, 3)], null)).toBe(false)
  expect(isContradicted([source('agrees', 1, 3), source('contradicts', 2)], null)).toBe(false)
  expect(isContradicted([source('agrees', 1)], null)).toBe(false)
})

test('everything about a child under 14 is sensitive, besides what it is about', () => {
  expect(sensitiveKindsOf({ sensitiveKinds: ['health', 'health'] }, true)).toEqual([
    'under-fourteen',
    'health',
  ])
  expect(sensitiveKindsOf({ sensitiveKinds: ['religion'] }, false)).toEqual(['religion'])
})
