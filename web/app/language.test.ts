import { expect, test } from 'vitest'
import { firstLanguage } from './language.ts'

test('a language chosen before wins over the browser', () => {
  expect(firstLanguage('ru', ['zh-CN'])).toBe('ru')
})

test('the first visit follows the first language of the browser that we speak', () => {
  expect(firstLanguage(null, ['de-DE', 'zh-Hans-SG', 'en'])).toBe('zh-CN')
  expect(firstLanguage(null, ['ru-RU'])).toBe('ru')
})

test('a browser without any of our languages gets English, and nonsense kept before is ignored', () => {
  expect(firstLanguage('tlh', ['ja', 'ko'])).toBe('en')
})
