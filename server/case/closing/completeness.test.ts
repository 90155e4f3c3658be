import { expect, test } from 'vitest'
import type { ClosingSheet } from '#contract/case/closing.ts'
import { closingReason } from '#contract/codes/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { aClosingSheet } from './closing.factory.ts'
import { type Ground, refuseUnlessStep, wasPrepared } from './closing.ts'
import { refuseUnlessSubmittable } from './completeness.ts'

const ground = (but: Partial<Ground> = {}): Ground => ({
  hasOutcomeEvaluation: true,
  clientIsMinor: true,
  today: '2026-03-02',
  ...but,
})

function missingIn(but: Partial<ClosingSheet>, on: Partial<Ground> = {}) {
  try {
    refuseUnlessSubmittable(aClosingSheet(but), ground(on))
    return []
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return refusal.fields.length > 0
      ? refusal.fields.map(({ path, code }) => `${path} ${code}`)
      : [refusal.code]
  }
}

const bare = { clientView: '', reactions: [], reactionCare: '', review: '', announcedOn: null, readiness: [] }

test('a whole closing can be submitted', () => {
  expect(missingIn({})).toEqual([])
})

test.each<[string, Partial<ClosingSheet>, string[]]>([
  ['no reason', { reason: null }, ['reason required']],
  ['another reason than those listed, unexplained', { reason: 'other' }, ['reasonNote required']],
  ['a prepared ending without a look at readiness', { readiness: [] }, ['readiness too-few']],
  ['not announced', { announcedOn: null }, ['announcedOn required']],
  ['announced tomorrow', { announcedOn: '2026-03-03' }, ['announcedOn in-the-future']],
  ['no word on reactions', { reactions: [] }, ['reactions too-few']],
  ['a reaction and none at once', { reactions: ['anger', 'none'] }, ['reactions contradicts']],
  ['anger nobody cared for', { reactions: ['anger'], reactionCare: ' ' }, ['reactionCare required']],
  [
    'nothing of problem, outcome, lessons',
    { mainProblem: '', outcome: '', lessons: '' },
    ['mainProblem required', 'outcome required', 'lessons required'],
  ],
  [
    'no view of the client and no review',
    { clientView: '', review: '' },
    ['clientView required', 'review required'],
  ],
  ['not said whether referred', { referred: null }, ['referred required']],
  ['referred nowhere', { referred: true }, ['referralNote required']],
  ['closed as referred, yet not referred', { reason: 'referred' }, ['referred contradicts']],
  ['nobody who cares for a minor', { caregiver: '' }, ['caregiver required']],
  ['follow-ups without a way', { followUpWay: null }, ['followUpWay required']],
  ['no follow-up and no reason why', { followUpMonths: [] }, ['noFollowUpReason required']],
])('%s is named', (_, but, missing) => {
  expect(missingIn(but)).toEqual(missing)
})

test('positive reactions, or none, need no care; an adult needs no caregiver', () => {
  expect(missingIn({ reactions: ['none'], reactionCare: '' })).toEqual([])
  expect(missingIn({ reactions: ['positive'], reactionCare: '' })).toEqual([])
  expect(missingIn({ caregiver: '' }, { clientIsMinor: false })).toEqual([])
})

test.each(['death', 'lost-contact'] as const)('after %s nobody asks for a view or a reaction', (reason) => {
  expect(missingIn({ ...bare, reason }, { hasOutcomeEvaluation: false, clientIsMinor: false })).toEqual([])
})

test.each(closingReason.codes.filter((reason) => wasPrepared(reason)))(
  '%s needs a signed evaluation of the outcome',
  (reason) => {
    expect(missingIn({ reason, reasonNote: '说明' }, { hasOutcomeEvaluation: false })).toEqual([
      'closing/needs-outcome-evaluation',
    ])
  },
)

test('goals reached is a prepared ending; eight reasons explain why there is no evaluation', () => {
  expect(wasPrepared('goals-reached')).toBe(true)
  expect(closingReason.codes.filter((reason) => !wasPrepared(reason))).toHaveLength(8)
})

test.each([
  ['submitted', 'change', 'closing/already-submitted'],
  ['submitted', 'submit', 'closing/already-submitted'],
  ['draft', 'decide', 'closing/not-submitted'],
  ['returned', 'decide', 'closing/not-submitted'],
  ['approved', 'change', 'closing/already-approved'],
  ['approved', 'decide', 'closing/already-approved'],
] as const)('a closing that is %s: no %s', (state, step, why) => {
  expect(() => refuseUnlessStep({ state }, step)).toThrow(why)
})
