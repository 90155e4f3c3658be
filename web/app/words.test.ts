import { expect, test } from 'vitest'
import { defineWords, placesIn, wordsIn } from './words.ts'

const words = defineWords({
  'zh-CN': { greeting: '{name},你好', left: { other: '还剩 {count} 天' }, plain: '计划' },
  en: {
    greeting: 'Hello, {name}',
    left: { one: '{count} day left', other: '{count} days left' },
    plain: 'Plan',
  },
  ru: {
    greeting: 'Здравствуйте, {name}',
    left: {
      one: 'остался {count} день',
      few: 'осталось {count} дня',
      many: 'осталось {count} дней',
      other: 'осталось {count} дня',
    },
    plain: 'План',
  },
})

test('a value takes its place in the sentence', () => {
  expect(wordsIn(words, 'zh-CN')('greeting', { name: '王桂英' })).toBe('王桂英,你好')
  expect(wordsIn(words, 'en')('plain')).toBe('Plan')
})

test('Russian counts in one, few and many', () => {
  const t = wordsIn(words, 'ru')
  expect([1, 2, 5, 11, 21].map((count) => t('left', { count }))).toEqual([
    'остался 1 день',
    'осталось 2 дня',
    'осталось 5 дней',
    'осталось 11 дней',
    'остался 21 день',
  ])
})

test('English has a singular and Chinese has none', () => {
  expect(wordsIn(words, 'en')('left', { count: 1 })).toBe('1 day left')
  expect(wordsIn(words, 'zh-CN')('left', { count: 1 })).toBe('还剩 1 天')
})

test('a name that looks like a place is not filled again', () => {
  expect(wordsIn(words, 'en')('greeting', { name: '{name}' })).toBe('Hello, {name}')
})

test('the places of an entry are found, with the count of a plural', () => {
  expect(placesIn('{b} and {a}')).toEqual(['a', 'b'])
  expect(placesIn({ one: 'one', other: '{count} of {total}' })).toEqual(['count', 'total'])
})

test('missing keys and missing values do not compile', () => {
  // @ts-expect-error the English greeting is missing
  defineWords({ 'zh-CN': { greeting: '你好' }, en: {}, ru: { greeting: 'Привет' } })
  // @ts-expect-error Russian has a word the others lack
  defineWords({ 'zh-CN': { a: '甲' }, en: { a: 'A' }, ru: { a: 'А', extra: 'лишнее' } })
  // @ts-expect-error the name is missing
  expect(wordsIn(words, 'en')('greeting')).toContain('{name}')
})
