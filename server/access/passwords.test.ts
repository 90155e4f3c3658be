import { expect, test } from 'vitest'
import { Refusal } from '#server/kernel/refusal.ts'
import { hashPassword, passwordHolds, passwordLoad } from './passwords.ts'

test('never more than two are worked on, whoever comes when forty wait is told to come again, and the rest are served', async () => {
  const stored = await hashPassword('慢慢走,比较快,雨天也出门')
  // The hash that unknown accounts are compared with is made at the start.
  await passwordHolds(null, '')
  const loads: number[] = []
  const watch = setInterval(() => loads.push(passwordLoad().running), 1)
  const attempts = Array.from({ length: 50 }, () => passwordHolds(stored, '慢慢走,比较快,雨天也出门'))
  expect(passwordLoad()).toMatchObject({ running: 2, waiting: 40 })
  const ends = await Promise.allSettled(attempts)
  clearInterval(watch)
  expect(Math.max(...loads)).toBe(2)
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Refusal] : []))
  expect(refused.map(({ code, facts }) => [code, facts])).toEqual(
    Array.from({ length: 8 }, () => ['sign-in/busy', { seconds: 3 }]),
  )
  expect(ends.filter((end) => end.status === 'fulfilled' && end.value)).toHaveLength(42)
  expect(passwordLoad()).toMatchObject({ running: 0, waiting: 0 })
}, 30_000)

test('two ways in Unicode to write one password are one password', async () => {
  const stored = await hashPassword('Ёлка é 안녕하세요'.normalize('NFC'))
  expect(await passwordHolds(stored, 'Ёлка é 안녕하세요'.normalize('NFD'))).toBe(true)
})
