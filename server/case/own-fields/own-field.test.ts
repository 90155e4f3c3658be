import { expect, test } from 'vitest'
import type { OwnAnswer } from '#contract/case/own-fields.ts'
import type { FieldInForce } from '#server/agencies/index.ts'
import { fittingChecks, missingChecks } from './own-field.ts'

const none = { 'zh-CN': '', en: '', ru: '' }
const aField = (but: Partial<FieldInForce>): FieldInForce => ({
  id: 'f',
  ordinal: 1,
  record: 'assessment',
  type: 'text',
  template: null,
  label: { ...none, en: 'Field' },
  help: none,
  required: true,
  order: 1,
  choices: [
    { code: 'a', label: { ...none, en: 'A' }, retired: false },
    { code: 'old', label: { ...none, en: 'Old' }, retired: true },
  ],
  retired: false,
  ...but,
})

const problem = (type: FieldInForce['type'], answer: OwnAnswer, before: OwnAnswer = null) =>
  fittingChecks([aField({ type })], { f: answer }, { f: before })
    .filter(([, holds]) => !holds)
    .map(([, , code]) => code)
    .join()

test.each([
  ['text', '3', ''],
  ['text', 3, 'wrong-type'],
  ['number', 3, ''],
  ['number', '3', 'wrong-type'],
  ['date', '2026-02-30', 'impossible-date'],
  ['date', '2026-02-28', ''],
  ['yes-no', false, ''],
  ['yes-no', 'no', 'wrong-type'],
  ['choice', 'a', ''],
  ['choice', 'b', 'unknown-choice'],
  ['choice', 'old', 'unknown-choice'],
  ['choices', ['a'], ''],
  ['choices', 'a', 'unknown-choice'],
  ['choices', null, ''],
] as const)('a field of type %s with the answer %j: %s', (type, answer, said) => {
  expect(problem(type, typeof answer === 'object' && answer ? [...answer] : answer)).toBe(said)
})

test('a choice that was retired stays where it stood, and an answer to no field is refused', () => {
  expect(problem('choice', 'old', 'old')).toBe('')
  expect(fittingChecks([], { g: 'x' }, {})).toEqual([['answers.g', false, 'own-fields/no-such-field']])
})

test('what must be answered is: blank is no answer, no is one, and zero is one', () => {
  const open = (answer: OwnAnswer) => missingChecks([aField({})], { f: answer }).some(([, holds]) => !holds)
  expect([open(''), open(' \n'), open(null), open([]), open(false), open(0), open('x')]).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
  expect(missingChecks([aField({ required: false })], {})).toEqual([])
})
