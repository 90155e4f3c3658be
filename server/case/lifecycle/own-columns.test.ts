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
  const columns = ownColumns(
    new Map([
      ['old', [answered({})]],
      ['new', [answered({ fields: [renamed], answers: { f: 'low' } })]],
      ['ended', [answered({ record: 'closing', fields: [text], answers: { g: '=1+1' } })]],
    ]),
    'en',
  )
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
  expect(ownColumns(new Map(), 'en')).toEqual([])
})
