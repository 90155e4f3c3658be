import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Language, languages } from '#contract/language.ts'
import * as everything from './index.ts'

type Wordings = readonly { readonly code: string; readonly wording: Readonly<Record<Language, string>> }[]

/** Lists of codes and lists of levels, read the same way: by their public `label`. */
function wordingsOf(list: unknown): Wordings | null {
  if (typeof list !== 'object' || list === null || !('label' in list)) return null
  const { label } = list as { label: (code: unknown, language: Language) => string }
  const codes = 'codes' in list ? list.codes : (list as unknown as { levels: unknown }).levels
  return (codes as readonly unknown[]).map((code) => ({
    code: String(code),
    wording: { 'zh-CN': label(code, 'zh-CN'), en: label(code, 'en'), ru: label(code, 'ru') },
  }))
}

const lists = Object.entries(everything).flatMap(([name, list]) => {
  const wordings = wordingsOf(list)
  return wordings ? [{ name, wordings }] : []
})

test('there are lists to look at', () => {
  expect(lists.length).toBeGreaterThan(60)
})

test.each(lists)('every code of $name has a word in three languages, and no word twice', ({ wordings }) => {
  for (const language of languages) {
    const words = wordings.map(({ wording }) => wording[language])
    expect(words.filter((word) => word.trim() === '' || word !== word.trim())).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  }
})

test.each(lists)('codes of $name are lower-case words with hyphens, digits or levels', ({ wordings }) => {
  for (const { code } of wordings) expect(code).toMatch(/^(?:[a-z]+(?:-[a-z]+)*|-?\d)$/)
})

test.each(lists)('$name writes each language in its own script', ({ wordings }) => {
  for (const { wording } of wordings) {
    expect(wording['zh-CN']).toMatch(/^[\p{Script=Han}\uFF08\uFF09\uFF0C\u3001]+$/u)
    expect(wording.en).toMatch(/^[A-Z][A-Za-z0-9 ,’()-]*$/)
    expect(wording.ru).toMatch(/^[А-ЯЁ][А-Яа-яЁё0-9 ,()-]*$/)
  }
})

/** A glossary cell allows its wording with the part in brackets, without it, or that part alone. */
function variantsOf(cell: string): string[] {
  const plain = cell.normalize('NFKC').toLowerCase().replaceAll('’', "'")
  const without = plain.replace(/ *\([^)]*\)/, '')
  return [plain, without, /\(([^)]*)\)/.exec(plain)?.[1] ?? without].map((text) => text.trim())
}

const glossary = readFileSync('contract/glossary.csv', 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.match(/("[^"]*"|[^,]*)(?:,|$)/g) ?? [])
  .map((cells) => cells.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')))
  .map(([key = '', zh = '', en = '', ru = '']) => ({
    key,
    variants: { 'zh-CN': variantsOf(zh), en: variantsOf(en), ru: variantsOf(ru) },
  }))

function sameTerm(word: string, variants: readonly string[]) {
  return variants.includes(word.normalize('NFKC').toLowerCase().replaceAll('’', "'"))
}

test('the glossary is read whole', () => {
  expect(glossary.length).toBeGreaterThan(200)
  expect(glossary.every(({ key, variants }) => key && languages.every((tongue) => variants[tongue][0]))).toBe(
    true,
  )
})

test.each(lists)('where $name uses a term of the glossary, it uses it in every language', ({ wordings }) => {
  for (const { code, wording } of wordings) {
    const touched = glossary.filter(({ variants }) =>
      languages.some((tongue) => sameTerm(wording[tongue], variants[tongue])),
    )
    const kept = touched.filter(({ variants }) =>
      languages.every((tongue) => sameTerm(wording[tongue], variants[tongue])),
    )
    expect({ code, wording, kept: kept.length > 0 }).toEqual({ code, wording, kept: touched.length > 0 })
  }
})

test('a list accepts its own codes and nothing else', () => {
  expect(everything.contactChannel.schema.parse('phone')).toBe('phone')
  expect(everything.contactChannel.schema.safeParse('fax').success).toBe(false)
  expect(everything.contactChannel.label('phone', 'ru')).toBe('Телефон')
  expect(everything.attainmentLevel.schema.parse(-2)).toBe(-2)
  for (const wrong of ['-2', -3, 0.5, null]) {
    expect(everything.attainmentLevel.schema.safeParse(wrong).success).toBe(false)
  }
})

test('lists are shown in the order in which they are written', () => {
  expect(everything.occupationalLevel.levels).toEqual([4, 3, 2, 1])
  expect(everything.sex.codes).toEqual(['0', '1', '2', '9'])
  expect(everything.stage.codes[0]).toBe('intake')
})

test('labels can be looked up by the code as it is stored', () => {
  expect(everything.riskLevel.labels.high['zh-CN']).toBe('高')
  expect(everything.attainmentLevel.labels['-2']?.en).toBe('Much less than expected')
})
