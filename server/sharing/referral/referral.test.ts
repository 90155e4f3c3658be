import { expect, test } from 'vitest'
import { referralState, type ReferralState } from '#contract/codes/index.ts'
import { isOverdue, moves, possibleSteps, refuseUnlessSaid, stepBy } from './referral.ts'

test('the loop closes only when the client says so, and every way through it ends', () => {
  const ends = new Set<ReferralState>()
  const reached = new Set<ReferralState>(['draft'])
  for (let more = true; more;) {
    const before = reached.size
    for (const { from, to } of Object.values(moves))
      if ((from as readonly ReferralState[]).some((state) => reached.has(state))) reached.add(to)
    more = reached.size > before
  }
  for (const state of referralState.codes) {
    const steps = (['referrer', 'receiver'] as const).flatMap((party) =>
      possibleSteps(party, { state, way: 'agency' }),
    )
    if (steps.every((move) => move === 'mistake')) ends.add(state)
  }
  expect([...reached].toSorted()).toEqual([...referralState.codes].toSorted())
  expect([...ends].toSorted()).toEqual(
    ['cancelled', 'client-confirmed', 'entered-in-error', 'failed', 'rejected'].toSorted(),
  )
  expect(possibleSteps('receiver', { state: 'completed', way: 'agency' })).toEqual([])
})

test('an agency that works here answers for itself; for a letter or a link the referrer writes down what was told', () => {
  expect(stepBy('accept', 'referrer', { state: 'requested', way: 'agency' })).toBeNull()
  expect(stepBy('accept', 'referrer', { state: 'requested', way: 'paper' })).toBe('receiver')
  expect(stepBy('accept', 'receiver', { state: 'requested', way: 'agency' })).toBe('receiver')
  expect(stepBy('cancel', 'receiver', { state: 'requested', way: 'link' })).toBeNull()
  expect(stepBy('pause', 'referrer', { state: 'in-progress', way: 'paper' })).toBe('referrer')
  expect(stepBy('send', 'referrer', { state: 'requested', way: 'agency' })).toBeNull()
})

test('a no has its reason, an end its report, a beginning a day that is not to come', () => {
  const said = (move: keyof typeof moves, words: string, on: string | null) => () =>
    refuseUnlessSaid(move, { words, on }, '2026-03-02')
  expect(said('reject', ' \u200B', null)).toThrow('sheet-unfinished')
  expect(said('complete', '', null)).toThrow('sheet-unfinished')
  expect(said('begin', '', null)).toThrow('sheet-unfinished')
  expect(said('begin', '', '2026-03-03')).toThrow('sheet-unfinished')
  expect(said('begin', '', '2026-03-02')).not.toThrow()
  expect(said('accept', '', null)).not.toThrow()
})

test('silence is late when the day is over, and not once there is an answer', () => {
  const late = (state: ReferralState, today: string) => isOverdue({ state, replyBy: '2026-03-09' }, today)
  expect([late('requested', '2026-03-09'), late('requested', '2026-03-10')]).toEqual([false, true])
  expect([late('received', '2026-03-10'), late('accepted', '2026-03-10')]).toEqual([true, false])
})
