import { expect, test } from 'vitest'
import type { FormSheet } from '#contract/documents.ts'
import { aField, names } from '#server/case/own-fields/own-fields.factory.ts'
import { withOwnFields } from './own-section.ts'

const sheet = {
  formId: 'F08',
  language: 'en',
  sections: [
    { key: 'a', title: 'A', newPage: false, blocks: [] },
    { key: 'sign', title: 'Sign', newPage: false, blocks: [{ kind: 'signatures', boxes: [] }] },
  ],
} as unknown as FormSheet

test('the agency’s own fields stand before the place to sign, in the words of the day of the signature', () => {
  const fields = [
    { id: 'f', ordinal: 1, ...aField() },
    { id: 'g', ordinal: 2, ...aField({ type: 'yes-no', label: names('同意', '', '') }) },
  ]
  const { sections } = withOwnFields(sheet, [{ recordId: 'r', fields, answers: { f: 'high', g: false } }])
  expect(sections.map(({ key }) => key)).toEqual(['a', 'own-fields', 'sign'])
  expect(sections[1]?.blocks).toMatchObject([
    {
      rows: [[{ label: 'Danger at home', value: 'Yes' }], [{ label: '同意', value: 'No' }]],
    },
  ])
  expect(withOwnFields(sheet, [])).toBe(sheet)
})
