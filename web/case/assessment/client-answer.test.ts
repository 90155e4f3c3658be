import { expect, test } from 'vitest'
import type { SheetLine } from '#contract/case/assessment-lines.ts'
import { answerFrom, emptyAnswer, linesLeft, viewOfLines } from './client-answer.ts'

const empty = emptyAnswer('7b2f6a52-5d7e-4a4e-9f0a-3f6f2c1d8e90', new Date('2026-03-02T02:00:00Z'))

test('nothing is sent before the client’s view and its way were chosen', () => {
  expect(answerFrom(empty)).toBeNull()
  expect(answerFrom({ ...empty, view: 'confirmed' })).toBeNull()
  expect(answerFrom({ ...empty, view: 'confirmed', way: 'signature' })).toEqual({
    view: 'confirmed',
    text: '',
    way: 'signature',
    personId: empty.personId,
    givenAt: '2026-03-02T02:00:00.000Z',
    language: null,
    corrections: [],
  })
  expect(answerFrom({ ...empty, view: 'confirmed', way: 'signature', givenAt: null })).toBeNull()
})

test('lines add up to a view once each was read; one that is not right makes it corrected', () => {
  const all: SheetLine[] = [
    { line: 'presenting', part: 'presenting', text: 'x' },
    { line: 'summary', part: 'summary', text: 'y' },
  ]
  const half = { ...empty, lines: { presenting: { right: true, says: '' } } }
  expect([linesLeft(half, all), viewOfLines(half, all)]).toEqual([1, null])
  const unsaid = { ...half, lines: { ...half.lines, summary: { right: false, says: ' ' } } }
  expect(viewOfLines(unsaid, all)).toBeNull()
  const right = { ...half, lines: { ...half.lines, summary: { right: true, says: 'taken back' } } }
  expect(viewOfLines(right, all)).toBe('confirmed')
  const put = { ...half, lines: { ...half.lines, summary: { right: false, says: 'Иначе.' } } }
  expect(viewOfLines(put, all)).toBe('corrected')
  expect(answerFrom({ ...put, view: 'corrected', way: 'electronic' })).toMatchObject({
    corrections: [{ line: 'summary', says: 'Иначе.' }],
  })
})
