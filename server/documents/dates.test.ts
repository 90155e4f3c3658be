import { expect, test } from 'vitest'
import { wordDate, wordMoment, wordPeriod } from './dates.ts'

test.each([
  { date: '2026-03-05', zh: '2026年3月5日', en: '5 March 2026', ru: '05.03.2026' },
  { date: '2026-03', zh: '2026年3月', en: 'March 2026', ru: '03.2026' },
  { date: '2026', zh: '2026年', en: '2026', ru: '2026' },
  { date: 'around Easter', zh: 'around Easter', en: 'around Easter', ru: 'around Easter' },
])('$date is as precise as it is known', ({ date, zh, en, ru }) => {
  expect([wordDate(date, 'zh-CN'), wordDate(date, 'en'), wordDate(date, 'ru')]).toEqual([zh, en, ru])
})

test('a moment is told in the time zone of the agency', () => {
  expect(wordMoment('2026-03-11T17:30:00Z', 'en', 'Asia/Shanghai')).toBe('12 March 2026 01:30')
  expect(wordMoment('2026-03-11T17:30:00+08:00', 'en', 'Europe/Moscow')).toBe('11 March 2026 12:30')
})

test('a day without a clock stays a day', () => {
  expect(wordMoment('2026-03-11', 'ru', 'Asia/Shanghai')).toBe('11.03.2026')
})

test('an open period keeps its dash, an unknown one is empty', () => {
  const word = (value: string) => value
  const plain = (date: string) => ({ date, clock: '' })
  expect(wordPeriod({ from: 'a', until: null }, word, plain)).toBe('a –')
  expect(wordPeriod({ from: null, until: 'b' }, word, plain)).toBe('– b')
  expect(wordPeriod({ from: null, until: null }, word, plain)).toBe('')
  expect(wordPeriod({ from: 'a', until: 'b' }, word, plain)).toBe('a – b')
})
