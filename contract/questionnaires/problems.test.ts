import { expect, test } from 'vitest'
import { calledHere, circlesIn, languageMeant, languagesAsked, problemsIn, Questionnaire } from './index.ts'

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
    ['i', 'required', 'name-unknown'],
    ['i', 'relevant', 'asks-itself'],
  ])
  expect(problemsIn(sheet(question('n', { type: 'note' }))).map(({ code }) => code)).toEqual([
    'nothing-asked',
  ])
  expect(problemsIn(sheet(question('a', { type: 'select-one', list: 'yn' })))).toEqual([])
})

test('what leans on itself is found by whatever way it goes, and what only begins there is not', () => {
  const sum = (name: string, calculation: string, but: object = {}) =>
    question(name, { type: 'calculate', calculation, ...but })
  const circles = circlesIn(
    sheet(
      sum('a', '${b} + 1'),
      sum('b', '${c} + 1'),
      sum('c', '${a} + ${free}'),
      question('free'),
      sum('after', '${a} * 2'),
      { kind: 'group', name: 'g', relevant: "${inside} = 'y'", nodes: [question('inside')] },
      sum('kept', "if(${kept} = '', uuid(), ${kept})"),
      sum('asked', '${asked} + 1', { triggers: ['free'] }),
      sum('broken', '${broken} + '),
    ).nodes,
  )
  expect(circles).toEqual([['a', 'b', 'c'], ['inside']])
  const chain = Array.from({ length: 3000 }, (_, at) => sum(`q${at}`, `\${q${at + 1}} + 1`))
  expect(circlesIn(sheet(...chain).nodes)).toEqual([])
})

test('columns of a list inside instance(…) are no words without quotes', () => {
  const path = ['', 'root', 'item[name=${a}]', 'label'].join('/')
  const words = (calculation: string) => problemsIn(sheet(question('a'), question('b', { calculation })))
  expect(words(`instance('yn')${path}`)).toEqual([])
  expect(words('a + 1').map(({ detail }) => detail)).toEqual(['a'])
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
