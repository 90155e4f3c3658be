import { expect, test } from 'vitest'
import { aRecordSheet } from './delivery.factory.ts'
import { contactDays, isLate, recordChecks } from './process-record.ts'

const now = new Date('2026-03-02T02:00:00Z')
const missing = (but: Parameters<typeof aRecordSheet>[0]) =>
  recordChecks(aRecordSheet(but), now)
    .filter(([, holds]) => !holds)
    .map(([path, , code = 'required']) => `${path}: ${code}`)

test('a record that is whole lacks nothing', () => {
  expect(missing({})).toEqual([])
})

test('the six fields of a contact must each say something; the worker’s judgement may be left out (R-166, R-169)', () => {
  const silent = {
    performance: '',
    interaction: ' ',
    intervention: '',
    progress: '',
    difficulty: '',
    solution: '\n',
  }
  expect(missing({ ...silent, judgement: '' })).toEqual([
    'performance: required',
    'interaction: required',
    'intervention: required',
    'progress: required',
    'difficulty: required',
    'solution: required',
  ])
})

test('whoever did not see the client says why; whoever did says who was there', () => {
  expect(missing({ clientSeen: null })).toEqual(['clientSeen: required'])
  expect(missing({ clientSeen: false, personsSeen: [] })).toEqual(['notSeenReason: required'])
  expect(missing({ personsSeen: [] })).toEqual(['personsSeen: required'])
})

test('a contact has begun, and ended after it began', () => {
  expect(missing({ heldFrom: '2026-03-02T02:01:00Z', heldUntil: null })).toEqual([
    'heldFrom: delivery/in-the-future',
  ])
  expect(missing({ heldUntil: '2026-03-02T00:30:00Z' })).toEqual([
    'heldUntil: delivery/ends-before-it-begins',
  ])
})

test('a record is late when more than 24 hours passed since the contact ended (R-167)', () => {
  const sheet = aRecordSheet({ heldFrom: '2026-03-01T00:00:00Z', heldUntil: '2026-03-01T02:00:00Z' })
  expect(isLate(sheet, now)).toBe(false)
  expect(isLate(sheet, new Date('2026-03-02T02:00:00.001Z'))).toBe(true)
  expect(isLate({ ...sheet, heldUntil: null }, now)).toBe(true)
})

test('the higher the risk, the sooner the next contact (R-165)', () => {
  expect(contactDays({ contactA: 7, contactB: 14, contactC: 30 })).toEqual({
    urgent: 7,
    high: 7,
    medium: 14,
    low: 30,
  })
})
