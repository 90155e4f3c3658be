import { expect, test } from 'vitest'
import { RecordFollowUp } from '#contract/case/followup.ts'
import { emptyDraft, recordFrom } from './record.ts'

const draft = { ...emptyDraft('2026-04-02', 'phone'), situation: '每天上学', maintained: 'kept' as const }

test('nothing is sent before it is said whether the client was reached', () => {
  expect(recordFrom(draft)).toBeNull()
  expect(recordFrom({ ...draft, reached: true, heldOn: null })).toBeNull()
  expect(recordFrom({ ...draft, reached: true, way: null })).toBeNull()
})

test('what was typed under the other answer is not sent with it', () => {
  const reached = recordFrom({ ...draft, reached: true, notReachedReason: '停机' })
  expect(reached).toMatchObject({ situation: '每天上学', maintained: 'kept', notReachedReason: '' })
  const missed = recordFrom({ ...draft, reached: false, notReachedReason: '停机', nextOn: '2026-05-02' })
  expect(missed).toMatchObject({ situation: '', maintained: null, notReachedReason: '停机', nextOn: null })
  expect(RecordFollowUp.parse(missed)).toEqual(missed)
})
