import { expect, test } from 'vitest'
import { waitingTime } from './waiting.ts'

const now = new Date('2026-03-04T10:00:00Z')

test.each([
  ['2026-03-04T09:48:30Z', 'en', '11 minutes'],
  ['2026-03-04T08:59:00Z', 'en', '1 hour'],
  ['2026-03-03T09:00:00Z', 'ru', '25 часов'],
  ['2026-03-02T10:00:00Z', 'ru', '2 дня'],
  ['2026-02-27T10:00:00Z', 'zh-CN', '5天'],
  ['2026-03-04T10:05:00Z', 'en', '0 minutes'],
] as const)('whoever came at %s has waited, in %s: %s', (since, language, words) => {
  expect(waitingTime(since, now, language)).toBe(words)
})
