import { expect, test } from 'vitest'
import { inLanguage, prepareWith, type Prepared } from './asking.ts'

const words = (text: string) => ({ 'zh-CN': text, en: `${text} en`, ru: '' })
const outline = {
  id: 'outline-2',
  edition: 3,
  sheet: {
    title: words('提纲'),
    purpose: words(''),
    use: 'first-interview' as const,
    clientGroups: [],
    questions: [
      { id: 'a', words: words('甲') },
      { id: 'b', words: words('乙') },
    ],
  },
}
const line = (id: string, asked = false, answer = '') => ({ id, question: id, asked, answer })
const before: Prepared = {
  outlineId: 'outline-1',
  outlineVersion: 1,
  outlineTitle: '旧',
  outlineAnswers: [line('x'), line('y', true), line('z', false, '答'), line('mine'), line('a', true)],
}

test('another outline replaces what was not asked, and loses nothing that was asked, answered or one’s own', () => {
  const prepared = prepareWith(before, outline, { language: 'en', own: new Set(['mine']) })
  expect(prepared).toMatchObject({ outlineId: 'outline-2', outlineVersion: 3, outlineTitle: '提纲 en' })
  expect(prepared.outlineAnswers.map(({ id }) => id)).toEqual(['y', 'z', 'mine', 'a', 'b'])
  expect(prepared.outlineAnswers.at(-1)).toEqual({ id: 'b', question: '乙 en', asked: false, answer: '' })
})

test('a language without words falls back to one that has them', () => {
  expect(inLanguage(words('甲'), 'ru')).toBe('甲')
  expect(inLanguage({ 'zh-CN': '', en: ' ', ru: 'да' }, 'en')).toBe('да')
})
