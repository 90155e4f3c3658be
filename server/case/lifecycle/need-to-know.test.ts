import { expect, test } from 'vitest'
import type { Actor } from '#server/access/index.ts'
import { mayReadWhole, needsToKnow } from './need-to-know.ts'

const team = ['one']
const head: Actor = {
  signInId: '',
  agencyId: '',
  workerId: 'two',
  name: '',
  role: 'agency-head',
  level: 3,
  language: 'en',
  agencyName: '',
  demo: false,
  principals: [],
}

test('whoever works on the case and supervisors need to know; the head of the agency and others do not', () => {
  expect(needsToKnow({ workerId: 'one', role: 'worker' }, team)).toBe(true)
  expect(needsToKnow({ workerId: 'two', role: 'supervisor' }, team)).toBe(true)
  expect(needsToKnow({ workerId: 'two', role: 'worker' }, team)).toBe(false)
  expect(needsToKnow({ workerId: 'two', role: 'agency-head' }, team)).toBe(false)
  expect(needsToKnow({ workerId: 'one', role: 'agency-head' }, team)).toBe(true)
})

test('in an emergency an illness is what must be known', () => {
  const lent = { openingId: '', until: new Date() }
  expect(needsToKnow({ workerId: 'two', role: 'worker', lent }, team)).toBe(true)
})

test('nobody signs what they cannot read: whoever may sign beside a colleague reads it while it waits, and what they signed', () => {
  const waiting = { state: 'awaiting-cosignature', cosignedBy: null }
  expect(mayReadWhole(head, team, waiting)).toBe(true)
  expect(mayReadWhole({ ...head, level: 4 }, team, waiting)).toBe(false)
  expect(mayReadWhole(head, team, { state: 'signed', cosignedBy: null })).toBe(false)
  expect(mayReadWhole(head, team, { state: 'signed', cosignedBy: 'three' })).toBe(false)
  expect(mayReadWhole(head, team, { state: 'confirmed', cosignedBy: 'two' })).toBe(true)
})
