import { expect, test } from 'vitest'
import type { NewestAnswers } from '#server/case/own-fields/index.ts'
import { aField, names } from '#server/case/own-fields/own-fields.factory.ts'
import { ownColumns } from './own-columns.ts'

const field = { id: 'f', ordinal: 1, ...aField({ label: names('家中危险物品', 'Danger at home', '') }) }
const renamed = { ...field, ordinal: 2, label: names('危险', 'Danger', '') }
const text = { id: 'g', ordinal: 1, ...aField({ record: 'closing', type: 'text', choices: [] }) }

const answered = (one: Partial<NewestAnswers>): NewestAnswers => ({
  record: 'assessment',
  recordId: 'r',
  fields: [field],
  answers: { f: 'high' },
  ...one,
})

test('fields of the agency are columns under the label of the version in which the record was signed', () => {
  const own = new Map([
    ['old', [answered({})]],
    ['new', [answered({ fields: [renamed], answers: { f: 'low' } })]],
    ['ended', [answered({ record: 'closing', fields: [text], answers: { g: '=1+1' } })]],
  ])
  const columns = ownColumns({ own, masked: new Set() }, 'en')
  const rows = ['old', 'new', 'ended', 'nothing'].map((id) => columns.map(({ cell }) => cell({ id })))
  expect(columns.map(({ heading }) => heading.en)).toEqual([
    'Assessment: Danger',
    'Assessment: Danger at home',
    'Closing: Danger at home',
  ])
  expect(rows).toEqual([
    ['', 'Yes', ''],
    ['No', '', ''],
    ['', '', '=1+1'],
    ['', '', ''],
  ])
  expect(ownColumns({ own: new Map(), masked: new Set() }, 'en')).toEqual([])
})

test('where its reader need not know, a cell says so in their language; where nothing was answered, nothing is said to be hidden', () => {
  const own = new Map([
    ['mine', [answered({ recordId: 'mine' })]],
    ['theirs', [answered({ recordId: 'theirs' })]],
    ['empty', [answered({ recordId: 'empty', answers: {} })]],
  ])
  const cells = (language: 'en' | 'ru') => {
    const [column] = ownColumns({ own, masked: new Set(['theirs', 'empty']) }, language)
    return ['mine', 'theirs', 'empty'].map((id) => column?.cell({ id }))
  }
  expect(cells('en')).toEqual(['Yes', '(sensitive, not shown)', ''])
  expect(cells('ru')).toEqual(['Есть', '(чувствительные сведения, не показано)', ''])
})
