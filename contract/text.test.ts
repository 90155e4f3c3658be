import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { DraftText, LongText, PersonName, ShortText, textProblems } from './text.ts'

const messageOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message

test.each([
  '王桂英',
  '欧阳 娜娜',
  'Достоевский Фёдор Михайлович',
  "O'Connor–Łukasiewicz",
  'é (decomposed: e\u0301)',
  ' leading and trailing ',
  '𠮷野家',
  'شيرين',
  '孙\u3000行者',
  '<b>Robert</b>"; drop table people; --',
  'x',
  '𠮷'.repeat(200),
])('the name %j is kept bit for bit', (name) => {
  expect(PersonName.parse(name)).toBe(name)
})

test.each([
  ['', 'text/blank'],
  ['   ', 'text/blank'],
  ['\u3000\u00A0\u200B\uFEFF', 'text/blank'],
  ['王\u0000', 'text/nul'],
  ['\uD800', 'text/lone-surrogate'],
  ['王\uDC00英', 'text/lone-surrogate'],
  ['王\n桂英', 'text/control-character'],
  ['王\t桂英', 'text/control-character'],
  ['\u001B[31m', 'text/control-character'],
  ['字'.repeat(201), 'text/too-long'],
  ['𠮷'.repeat(201), 'text/too-long'],
])('the name %j is refused with %s', (name, problem) => {
  expect(messageOf(PersonName, name)).toBe(problem)
})

test('length is counted in code points, not in UTF-16 units', () => {
  expect(ShortText(3).parse('𠮷𠮷𠮷')).toBe('𠮷𠮷𠮷')
  expect(messageOf(ShortText(3), '𠮷𠮷𠮷𠮷')).toBe('text/too-long')
  expect(messageOf(ShortText(3), 'four')).toBe('text/too-long')
})

test('long text keeps its lines and tabs, and refuses every other control', () => {
  expect(LongText.parse('one\n\ttwo ')).toBe('one\n\ttwo ')
  for (const control of ['\r', '\u0001', '\u000B', '\u001F', '\u007F', '\u0085']) {
    expect(messageOf(LongText, `a${control}b`)).toBe('text/control-character')
  }
  expect(messageOf(LongText, 'a\u0000b')).toBe('text/nul')
  expect(messageOf(LongText, ' \n\t ')).toBe('text/blank')
  expect(LongText.parse('字'.repeat(20_000))).toHaveLength(20_000)
  expect(messageOf(LongText, '字'.repeat(20_001))).toBe('text/too-long')
})

test('a draft may be empty, never broken', () => {
  expect(DraftText.parse('')).toBe('')
  expect(DraftText.parse(' ')).toBe(' ')
  expect(messageOf(DraftText, 'half \uD83D')).toBe('text/lone-surrogate')
  expect(messageOf(DraftText, '\u0000')).toBe('text/nul')
})

test('what is not text is refused by type', () => {
  for (const value of [null, undefined, 5, ['王'], { name: '王' }]) {
    expect(PersonName.safeParse(value).success).toBe(false)
  }
})

test('the description of the interface names the limits', () => {
  expect(z.toJSONSchema(PersonName)).toMatchObject({ type: 'string', minLength: 1, maxLength: 200 })
  expect(z.toJSONSchema(DraftText)).not.toHaveProperty('minLength')
})

test('any text is either unchanged or refused with a known problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const answer = LongText.safeParse(text)
      expect([text, ...textProblems]).toContain(answer.data ?? answer.error?.issues[0]?.message)
    }),
  )
})
