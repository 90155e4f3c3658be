import { expect, test } from 'vitest'
import { codebookOf, roundTables, wholeTable } from './answers-table.ts'
import { aQuestionnaire } from './questionnaires.factory.ts'
import { numbersOf } from './results.ts'
import { resultsIn } from './results.view.ts'
import { variablesOf } from './variables.ts'

const first = aQuestionnaire()
const [comes, visits, ...others] = first.nodes
// In the second version a choice came, a wording changed, and the number became words.
const second = aQuestionnaire({
  lists: {
    ...first.lists,
    yes_no: [
      { name: 'yes', label: { en: 'Certainly' } },
      { name: 'no', label: { en: 'No' } },
      { name: 'seldom', label: { en: 'Seldom' } },
    ],
  },
  nodes: [comes, { ...visits, type: 'text' }, ...others],
})
const editions = [
  { number: 1, sheet: first },
  { number: 2, sheet: second },
]
const row = (id: string, questionnaireVersion: number, answers: object) => ({
  id,
  caseId: id,
  caseNumber: `N-${id}`,
  questionnaireVersion,
  way: 'paper',
  answeredOn: '2026-03-01',
  recordedOn: '2026-03-02',
  answers: answers as never,
})
const rows = [
  row('a', 1, { comes: 'yes', visits: 4, wishes: ['books', 'walks'], child: [{ age: 7 }, { age: 9 }] }),
  row('b', 1, { comes: 'no', wishes: ['walks'], child: [] }),
  row('c', 1, { comes: 'yes', visits: 7, child: [{ age: 8 }] }),
  row('d', 2, { comes: 'seldom', visits: '=1+1', child: [{}] }),
]

test('frequencies, means and cross tables, over all versions', () => {
  const found = resultsIn(editions, rows, { by: 'comes', language: 'en' })
  expect(found).toMatchObject({
    answers: 4,
    cases: 4,
    versions: [
      { number: 1, answers: 3 },
      { number: 2, answers: 1 },
    ],
    by: {
      groups: [
        { code: 'yes', label: 'Certainly', count: 2 },
        { code: 'no', label: 'No', count: 1 },
        { code: 'seldom', label: 'Seldom', count: 1 },
      ],
    },
    groupable: [{ name: 'comes', label: 'Do you come?' }],
  })
  const of = (name: string) => found.questions.find((one) => one.name === name)
  expect(of('visits')).toMatchObject({
    versions: [1],
    asked: 3,
    answered: 2,
    numbers: { count: 2, mean: 5.5, deviation: 2.1213, least: 4, median: 5.5, most: 7 },
    means: [5.5, null, null],
  })
  expect(of('visits (2)')).toMatchObject({ versions: [2], type: 'text', asked: 1, answered: 1, counts: [] })
  expect(of('wishes')?.crossed).toEqual([
    { code: 'books', label: 'Books', count: 1, each: [1, 0, 0] },
    { code: 'walks', label: 'Walks', count: 2, each: [1, 1, 0] },
  ])
  expect(of('age')).toMatchObject({ asked: 4, answered: 3, numbers: { mean: 8 }, crossed: [] })
})

test('what nobody answered has no mean, and one answer no deviation', () => {
  expect(numbersOf([])).toBeNull()
  expect(numbersOf([3])).toMatchObject({ mean: 3, deviation: null, median: 3 })
  expect(numbersOf([1, 2, 3, 10])).toMatchObject({ mean: 4, median: 2.5 })
})

test('tables leave with codes, labels, rounds and a codebook of all versions', () => {
  const variables = variablesOf(editions, 'en')
  const [head = [], ...lines] = wholeTable(variables, rows, 'codes', 'en')
  expect(head).toEqual([
    'Answers',
    'Case number',
    'Version',
    'Answered on',
    'Entered on',
    'How',
    'comes',
    'visits',
    'yearly',
    'wishes',
    'wishes/books',
    'wishes/walks',
    'visits (2)',
    'child',
  ])
  expect(lines[0]?.slice(6)).toEqual(['yes', '4', '', 'books walks', '1', '1', '', '2'])
  const labels = wholeTable(variables, rows, 'labels', 'en')
  expect(labels[1]?.slice(6, 10)).toEqual(['Certainly', '4', '', 'Books; Walks'])
  expect(roundTables(variables, rows, 'en')).toEqual([
    {
      name: 'child',
      rows: [
        ['Answers', 'Round', 'age'],
        ['a', '1', '7'],
        ['a', '2', '9'],
        ['c', '1', '8'],
        ['d', '1', ''],
      ],
    },
  ])
  expect(codebookOf(variables, 'en')).toEqual(
    expect.arrayContaining([
      ['comes', 'Do you come?', 'select-one', '1, 2', 'seldom', 'Seldom'],
      ['visits', 'How often a month?', 'integer', '1', '', ''],
    ]),
  )
})
