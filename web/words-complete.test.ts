import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { placesIn, type Entry } from '#web/app/words.ts'

type AnyWords = { languages: Record<string, Record<string, Entry>>; terms: Record<string, string> }

const modules = import.meta.glob<Record<string, unknown>>('./**/*.words.ts', { eager: true })
const isWords = (value: unknown): value is AnyWords =>
  typeof value === 'object' && value !== null && 'languages' in value && 'terms' in value
const all = Object.entries(modules).flatMap(([file, module]) =>
  Object.values(module)
    .filter(isWords)
    .map((words) => [file, words] as const),
)
const glossary = new Map(
  readFileSync(new URL('../contract/glossary.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([key = '', zh = '', en = '', ru = '']) => [key, { 'zh-CN': zh, en, ru }] as const),
)

/** "服务对象(案主)" allows 服务对象, 案主 and the whole. */
const wordings = (term: string) =>
  [term, ...term.split(/[()（）]/)].map((text) => text.trim().toLowerCase()).filter(Boolean)

test('there are words to check', () => {
  expect(all.length).toBeGreaterThan(4)
})

test.each(all)('%s has the same keys and places in every language', (_, words) => {
  const shape = (language: string) =>
    Object.entries(words.languages[language] ?? {})
      .map(([key, entry]) => `${key}: ${placesIn(entry).join(' ')}`)
      .toSorted()
  for (const language of languages) expect(shape(language)).toEqual(shape('zh-CN'))
})

test.each(all)('%s has every Russian plural form', (_, words) => {
  const plurals = Object.entries(words.languages['ru'] ?? {}).filter(([, entry]) => typeof entry !== 'string')
  for (const [key, entry] of plurals)
    expect([key, Object.keys(entry).toSorted()]).toEqual([key, ['few', 'many', 'one', 'other']])
})

test.each(all)('%s says glossary terms as the glossary does', (_, words) => {
  for (const [key, term] of Object.entries(words.terms)) {
    const expected = glossary.get(term)
    expect(expected, `${term} is not in the glossary`).toBeDefined()
    for (const language of languages) {
      const said = words.languages[language]?.[key]
      const allowed = wordings(expected?.[language] ?? '')
      expect(allowed, `${key} in ${language}`).toContain(typeof said === 'string' && said.toLowerCase())
    }
  }
})
