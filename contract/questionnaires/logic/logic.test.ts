import { expect, test } from 'vitest'
import {
  type Answers,
  begin,
  contextAt,
  problemOf,
  Questionnaire,
  type QuestionnaireNode,
  said,
  settle,
  strangeNames,
  wholeScope,
  wrongAnswers,
} from '../index.ts'
import { evaluate } from '../expression/evaluate.ts'
import { fitsPattern } from '../expression/pattern.ts'

const occasion = {
  now: '2026-03-09T14:30:00',
  username: '李敏',
  language: 'en',
  newId: () => 'new-id',
  chance: () => 0.5,
}
const question = (name: string, but: object = {}): QuestionnaireNode => ({
  kind: 'question',
  type: 'text',
  name,
  ...but,
})
const whole = (...nodes: QuestionnaireNode[]) =>
  Questionnaire.parse({
    title: 'T',
    languages: ['default'],
    defaultLanguage: 'default',
    lists: {
      yn: [
        { name: 'yes', label: { en: 'Yes, please', default: 'Yes' } },
        { name: 'no', label: { default: 'No' } },
      ],
      towns: [
        { name: 'a', columns: { county: 'north' } },
        { name: 'b', columns: { county: 'south' } },
      ],
    },
    nodes,
  })
const member: QuestionnaireNode = {
  kind: 'repeat',
  name: 'member',
  nodes: [
    question('first'),
    question('age', { type: 'integer' }),
    question('place', { type: 'calculate', calculation: 'position(..)' }),
  ],
}
const form = whole(
  question('name'),
  question('age', { type: 'integer' }),
  question('agree', { type: 'select-one', list: 'yn' }),
  question('picked', { type: 'select-multiple', list: 'yn' }),
  { ...member, nodes: [question('first'), question('years', { type: 'integer' })] },
)
const answers: Answers = {
  name: 'Anna Ahmed',
  age: 34,
  agree: 'yes',
  picked: ['yes', 'no'],
  member: [
    { first: 'Bo', years: 3 },
    { first: 'Cy', years: 11 },
  ],
}
const ask = (source: string, self = '') =>
  evaluate(source, contextAt({ questionnaire: form, occasion }, wholeScope(answers), self))

const rootItem = ['', 'root', 'item'].join('/')

test.each<readonly [string, unknown]>([
  ["${age} >= 18 and ${agree} = 'yes'", true],
  ['${age} + 2 * 3 - 10 div 4', 37.5],
  ['-${age} mod 10', -4],
  ['not(${age} != 34)', true],
  ["selected(${picked}, 'no')", true],
  ["selected(${picked}, 'n')", false],
  ['count-selected(${picked})', 2],
  ['selected-at(${picked}, 1)', 'no'],
  ["if(${age} > 30, 'old', 'young')", 'old'],
  ["coalesce(${nobody}, '', 'last')", 'last'],
  ["regex(${name}, '[A-Z][a-z]+ .*')", true],
  ['string-length(${name})', 10],
  ["concat(substr(${name}, 0, 4), '-', substring(${name}, 6))", 'Anna-Ahmed'],
  ['sum(${years})', 14],
  ['max(${years}) - min(${years})', 8],
  ['count(${member})', 2],
  ["join(', ', ${first})", 'Bo, Cy'],
  ['indexed-repeat(${first}, ${member}, 2)', ['Cy']],
  ['count(${member}[${years} > 5])', 1],
  ["jr:choice-name(${agree}, '${agree}')", 'Yes, please'],
  [`instance('towns')${rootItem}[county = 'south']/name`, ['b']],
  ['today() > ${nobody}', false],
  ["today() = '2026-03-09'", true],
  ['date(today() + 1)', '2026-03-10'],
  ["format-date('2026-03-09', '%d.%m.%Y')", '09.03.2026'],
  ["decimal-date-time('2000-01-01') - decimal-date-time('1999-12-31')", 1],
  ['round(2.345, 2)', 2.35],
  ['int(-2.7)', -2],
  ['pow(2, 10)', 1024],
  ['0.1 + 0.2 = 0.3', false],
  ["translate('abc', 'ab', 'x')", 'xc'],
  ['checklist(1, 2, ${age} > 1, ${age} > 2)', true],
  ['once(5)', 5],
  ["number('')", Number.NaN],
  ['/data/group/age', ['34']],
  ['../age = 34', true],
])('%s', (source, value) => {
  expect(problemOf(source)).toBeNull()
  expect(ask(source)).toEqual(value)
})

test('a point is the answer itself, and once keeps what was there', () => {
  expect(ask('. > 3 and . < 5', '4')).toBe(true)
  expect(ask('once(5)', '7')).toBe('7')
})

test.each([
  ["pulldata('a','b','c','d')", 'unknown-function'],
  ['if(1, 2)', 'wrong-number-of-arguments'],
  ['1 +', 'unreadable'],
  ["it's", 'unreadable'],
  ["regex(., '(a')", 'bad-pattern'],
  ['('.repeat(500), 'too-deep'],
])('%s cannot be asked: %s', (source, code) => expect(problemOf(source)?.code).toBe(code))

test('patterns fit a text as a whole, and none runs for ever', () => {
  const fits: readonly (readonly [string, string, boolean])[] = [
    ['a1', '[a-z]\\d', true],
    ['a1b', '[a-z]\\d', false],
    ['13812345678', '1[3-9]\\d{9}', true],
    ['', 'a*', true],
    ['abab', '(ab)+', true],
    ['cat', '^(?:dog|cat)$', true],
    ['a.b@c.org', '[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,4}', true],
    ['李小龙', '\\p{L}{2,4}', true],
    ['x]', '[^a]\\]', true],
    ['aaa', 'a{2}', false],
  ]
  for (const [text, pattern, isFit] of fits)
    expect([pattern, fitsPattern(text, pattern)]).toEqual([pattern, isFit])
  expect(fitsPattern(`${'a'.repeat(3000)}!`, '(a+)+b')).toBe(false)
  for (const bad of ['((){9999}){9999}', '(?=a)', '\\1', 'a{3,1}', '[z', 'a**'])
    expect(() => fitsPattern('a', bad)).toThrow('bad-pattern')
})

test('what does not apply is left out, what is calculated follows, and another answer brings it back', () => {
  const skipping = whole(
    question('has', { type: 'select-one', list: 'yn' }),
    question('why', { relevant: "${has} = 'yes'", required: true }),
    question('loud', { type: 'calculate', calculation: 'concat(${why}, "!")' }),
    question('louder', { type: 'calculate', calculation: 'concat(${loud}, "!")' }),
  )
  const typed = { has: 'yes', why: 'so' }
  expect(settle(skipping, typed, occasion)).toEqual({ ...typed, loud: 'so!', louder: 'so!!' })
  expect(settle(skipping, { ...typed, has: 'no' }, occasion)).toEqual({ has: 'no', loud: '!', louder: '!!' })
  expect(wrongAnswers(skipping, { has: 'yes' }, occasion)).toEqual([
    { path: 'why', code: 'required', message: '' },
  ])
  expect(wrongAnswers(skipping, { has: 'no' }, occasion)).toEqual([])
})

test('repeats: rounds see themselves, the whole sees all, and a count says how many', () => {
  const family = whole(
    question('many', { type: 'integer' }),
    {
      ...member,
      kind: 'repeat',
      count: '${many}',
      nodes: [
        question('years', {
          type: 'integer',
          constraint: '. < 100',
          constraintMessage: { default: '${first} is old' },
        }),
        question('first'),
        question('place', { type: 'calculate', calculation: 'position(..)' }),
        question('minor', { relevant: '${years} < 18' }),
      ],
    },
    question('all', { type: 'calculate', calculation: 'sum(${years})' }),
  )
  const typed = {
    many: 2,
    member: [{ years: 3, minor: 'x' }, { years: 120, first: 'Bo', minor: 'y' }, { years: 9 }],
  }
  const settled = settle(family, typed, occasion)
  expect(settled).toEqual({
    many: 2,
    member: [
      { years: 3, place: '1', minor: 'x' },
      { years: 120, first: 'Bo', place: '2' },
    ],
    all: '123',
  })
  expect(wrongAnswers(family, settled, occasion)).toEqual([
    { path: 'member[1].years', code: 'constraint', message: 'Bo is old' },
  ])
  expect(wrongAnswers(family, { ...settled, many: 5 }, occasion)).toEqual([
    { path: 'member', code: 'rounds', message: '' },
  ])
})

test('choices are only those that the filter leaves, each once; answers have the kind of their question', () => {
  const filtered = whole(
    question('county'),
    question('town', { type: 'select-one', list: 'towns', choiceFilter: 'county = ${county}' }),
    question('many', { type: 'select-multiple', list: 'yn' }),
    question('order', { type: 'rank', list: 'yn' }),
    question('day', { type: 'date' }),
    question('count', { type: 'integer' }),
  )
  const wrong = (given: Answers) =>
    wrongAnswers(filtered, given, occasion).map(({ path, code }) => [path, code])
  expect(
    wrong({ county: 'north', town: 'a', many: ['no'], order: ['no', 'yes'], day: '2026-02-28', count: 4 }),
  ).toEqual([])
  expect(
    wrong({ county: 'north', town: 'b', many: ['no', 'no'], order: ['no'], day: '2026-02-30', count: 1.5 }),
  ).toEqual([
    ['town', 'choice'],
    ['many', 'choice'],
    ['order', 'choice'],
    ['day', 'type'],
    ['count', 'type'],
  ])
  expect(strangeNames(filtered.nodes, { county: 'x', spy: 'y' })).toEqual(['spy'])
})

test('it begins with its first values, and words speak of answers by their labels', () => {
  const asked = whole(
    question('agree', { type: 'select-one', list: 'yn', initial: { value: 'yes' } }),
    question('when', { type: 'date', initial: { expression: 'today()' } }),
    question('by', { type: 'username' }),
    member,
  )
  const begun = begin(asked, occasion)
  expect(begun).toEqual({ agree: 'yes', when: '2026-03-09', member: [{}] })
  expect(settle(asked, begun, occasion)).toMatchObject({ by: '李敏' })
  expect(said({ questionnaire: asked, occasion }, { default: 'You said ${agree}.' }, wholeScope(begun))).toBe(
    'You said Yes, please.',
  )
})
