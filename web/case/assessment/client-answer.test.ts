import { expect, test } from 'vitest'
import { answerFrom, emptyAnswer } from './client-answer.ts'

test('nothing is sent before the client’s view and its way were chosen', () => {
  const empty = emptyAnswer('7b2f6a52-5d7e-4a4e-9f0a-3f6f2c1d8e90', new Date('2026-03-02T02:00:00Z'))
  expect(answerFrom(empty)).toBeNull()
  expect(answerFrom({ ...empty, view: 'confirmed' })).toBeNull()
  expect(answerFrom({ ...empty, view: 'confirmed', way: 'signature' })).toEqual({
    view: 'confirmed',
    text: '',
    way: 'signature',
    personId: empty.personId,
    givenAt: '2026-03-02T02:00:00.000Z',
  })
  expect(answerFrom({ ...empty, view: 'confirmed', way: 'signature', givenAt: null })).toBeNull()
})
