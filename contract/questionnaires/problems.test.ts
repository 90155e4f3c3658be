import { expect, test } from 'vitest'
import { calledHere, languageMeant, languagesAsked, problemsIn, Questionnaire } from './index.ts'

const question = (name: string, but: object = {}) => ({
  kind: 'question' as const,
  type: 'text',
  name,
  label: { en: name },
  ...but,
})
const sheet = (...nodes: object[]) =>
  Questionnaire.parse({
    title: 'T',
    languages: ['中文 (zh)', 'English (en)', 'Klingon'],
    defaultLanguage: '中文 (zh)',
    lists: { yn: [{ name: 'y' }, { name: 'n' }], none: [], twice: [{ name: 'a' }, { name: 'a' }] },
    nodes,
  })

test('everything that stands in the way of publishing is named, with its question and its field', () => {
  const problems = problemsIn(
    sheet(
      question('a', { label: { en: ' ' } }),
      question('a', { relevant: '${gone} = 1' }),
      question('b', { type: 'select-one' }),
      question('c', { type: 'select-one', list: 'none' }),
      question('d', { type: 'select-one', list: 'twice' }),
      question('e', { type: 'calculate' }),
      question('f', { constraint: '. > ' }),
      question('g', { relevant: 'pulldata(1)' }),
      question('h', { constraint: "regex(., '(a')" }),
      question('i', { relevant: "${i} = 'x'", required: 'yess' }),
      { kind: 'group', name: 'j', nodes: [] },
    ),
  )
  expect(problems.map(({ name, field, code }) => [name, field, code])).toEqual([
    ['a', 'name', 'name-twice'],
    ['a', 'label', 'label-missing'],
    ['b', 'list', 'list-missing'],
    ['c', 'list', 'list-empty'],
    ['d', 'list', 'choice-twice'],
    ['e', 'calculation', 'calculation-missing'],
    ['j', 'nodes', 'group-empty'],
    ['a', 'relevant', 'name-unknown'],
    ['f', 'constraint', 'expression-unreadable'],
    ['g', 'relevant', 'function-unknown'],
    ['h', 'constraint', 'pattern-unknown'],
    ['i', 'relevant', 'asks-itself'],
    ['i', 'required', 'name-unknown'],
  ])
  expect(problemsIn(sheet(question('n', { type: 'note' }))).map(({ code }) => code)).toEqual([
    'nothing-asked',
  ])
  expect(problemsIn(sheet(question('a', { type: 'select-one', list: 'yn' })))).toEqual([])
})

test('a question is not called what every object has', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'a b', '1a'])
    expect([name, Questionnaire.safeParse({ ...sheet(), nodes: [question(name)] }).success]).toEqual([
      name,
      false,
    ])
})

test('our languages are found by whatever an author calls them', () => {
  expect(['English (en)', 'zh', 'Русский', '简体中文', 'RU', 'French (fr)'].map(languageMeant)).toEqual([
    'en',
    'zh-CN',
    'ru',
    'zh-CN',
    'ru',
    null,
  ])
  expect([calledHere(sheet(), 'en'), calledHere(sheet(), 'ru')]).toEqual(['English (en)', '中文 (zh)'])
  expect(languagesAsked(sheet())).toEqual(['zh-CN', 'en'])
  expect(languagesAsked({ languages: ['default'] })).toEqual(['zh-CN', 'en', 'ru'])
})
