import { expect, test } from 'vitest'
import type { RecordFollowUp } from '#contract/case/followup.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { aFollowUpRecord } from './followup.factory.ts'
import {
  refuseUnlessClosed,
  refuseUnlessPlanned,
  refuseUnlessRecorded,
  refuseWhilePlanned,
} from './followup.ts'

const days = { today: '2026-04-03', closedOn: '2026-03-02' }

function missingIn(but: Partial<RecordFollowUp>) {
  try {
    refuseUnlessRecorded(aFollowUpRecord(but), days)
    return []
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return refusal.fields.map(({ path, code }) => `${path} ${code}`)
  }
}

test.each<[string, Partial<RecordFollowUp>, string[]]>([
  ['a whole record', {}, []],
  ['a day that has not come', { heldOn: '2026-04-04' }, ['heldOn in-the-future']],
  ['a day before the closing', { heldOn: '2026-03-01' }, ['heldOn followup/before-closing']],
  [
    'reached, but nothing found',
    { situation: '', maintained: null },
    ['situation required', 'maintained required'],
  ],
  [
    'not reached, with the reason',
    { reached: false, situation: '', maintained: null, notReachedReason: '停机' },
    [],
  ],
  [
    'not reached, without one',
    { reached: false, situation: '', maintained: null },
    ['notReachedReason required'],
  ],
  ['another one, without a day', { further: true }, ['nextOn required']],
  [
    'another one before this one',
    { further: true, nextOn: '2026-04-02' },
    ['nextOn followup/next-too-early'],
  ],
  ['another one in May', { further: true, nextOn: '2026-05-02' }, []],
])('%s', (_, but, missing) => {
  expect(missingIn(but)).toEqual(missing)
})

test('aftercare is for closed cases, once each, and comes before the archive', () => {
  expect(() => refuseUnlessClosed({ state: 'open' })).toThrow('followup/case-is-open')
  expect(() => refuseUnlessClosed({ state: 'archived' })).toThrow('case-is-archived')
  expect(() => refuseUnlessClosed({ state: 'closed' })).not.toThrow()
  expect(() => refuseUnlessPlanned({ state: 'done' })).toThrow('followup/not-planned')
  expect(() => refuseUnlessPlanned({ state: 'cancelled' })).toThrow('followup/not-planned')
  expect(() => refuseWhilePlanned(2)).toThrow('followup/still-planned')
  expect(() => refuseWhilePlanned(0)).not.toThrow()
})
