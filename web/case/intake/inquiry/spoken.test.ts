import { expect, test } from 'vitest'
import { languageSpoken } from './spoken.ts'

test.each([
  ['普通话', 'zh-CN'],
  ['兰州方言', 'zh-CN'],
  ['Русский', 'ru'],
  ['俄语、一点汉语', 'zh-CN'],
  ['English, some Polish', 'en'],
  ['دری', null],
  ['', null],
])('the notice for whoever speaks “%s” begins with %s', (written, language) => {
  expect(languageSpoken(written)).toBe(language)
})
