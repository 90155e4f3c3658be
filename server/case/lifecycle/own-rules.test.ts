import { expect, test } from 'vitest'
import { waitsFor } from './own-rules.ts'

const signed = (answers: Record<string, unknown>) =>
  ({ kind: 'record-signed', record: 'assessment', answers }) as const

test('a rule waits for one thing, and for nothing that is only like it', () => {
  const opened = { when: { kind: 'stage-opened', stage: 'plan' } } as const
  expect(waitsFor(opened, { kind: 'stage-opened', stage: 'plan' })).toBe(true)
  expect(waitsFor(opened, { kind: 'stage-opened', stage: 'delivery' })).toBe(false)
  expect(waitsFor({ when: { kind: 'case-closed' } }, { kind: 'case-closed' })).toBe(true)
  expect(waitsFor({ when: { kind: 'case-closed' } }, { kind: 'stage-opened', stage: 'followup' })).toBe(false)
  const record = { when: { kind: 'record-signed', record: 'assessment' } } as const
  expect([waitsFor(record, signed({})), waitsFor(record, { ...signed({}), record: 'plan' })]).toEqual([
    true,
    false,
  ])
})

test('a rule about an answer waits for that answer, one of several, a number or a yes', () => {
  const rule = (value: string) => ({ when: { kind: 'field-value', fieldId: 'f', value } }) as const
  expect(waitsFor(rule('a'), signed({ f: 'a' }))).toBe(true)
  expect(waitsFor(rule('b'), signed({ f: ['a', 'b'] }))).toBe(true)
  expect(waitsFor(rule('true'), signed({ f: true }))).toBe(true)
  expect(waitsFor(rule('7'), signed({ f: 7 }))).toBe(true)
  expect(waitsFor(rule('a'), signed({ g: 'a' }))).toBe(false)
})
