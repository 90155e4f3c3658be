import { expect, test } from 'vitest'
import { Refusal } from '#server/kernel/refusal.ts'
import { aDecision, anAsking } from './file-copies.factory.ts'
import { askerOf, chapters, isTimeFor, refuseUnlessAsked, refuseUnlessDecided } from './file-copy.ts'

const client = { id: 'c', name: '李小龙' }
const guardians = [{ id: 'g', name: '王桂英' }]
const child = { giver: 'guardian', capacity: 'from-eight' } as const
const youth = { giver: 'client', capacity: 'from-fourteen' } as const
const adult = { giver: 'client', capacity: 'full' } as const

/** The codes of the fields that stand in the way; none where nothing does. */
function codesOf(act: () => unknown): string[] {
  try {
    act()
    return []
  } catch (problem) {
    return problem instanceof Refusal ? problem.fields.map(({ code }) => code) : [String(problem)]
  }
}

test('a child’s guardian asks, a youth or the guardian, an adult alone', () => {
  const ask = (
    askedBy: 'client' | 'guardian',
    standing: typeof child | typeof youth | typeof adult,
    guardianId = 'g',
  ) => codesOf(() => askerOf({ askedBy, guardianId }, standing, client, guardians))
  expect(ask('client', child)).toEqual(['file-copies/guardian-asks'])
  expect(ask('guardian', child)).toEqual([])
  expect(ask('guardian', child, 'x')).toEqual(['file-copies/no-such-guardian'])
  expect([ask('client', youth), ask('guardian', youth)]).toEqual([[], []])
  expect(ask('client', adult)).toEqual([])
  expect(ask('guardian', adult)).toEqual(['file-copies/client-asks'])
})

test('a request says how it was made sure who asks, and is of no day to come', () => {
  const asked = (but: Parameters<typeof anAsking>[0]) =>
    codesOf(() => refuseUnlessAsked(anAsking(but), '2026-03-02'))
  expect(asked({})).toEqual([])
  expect(asked({ identityCheck: 'other-document', askedOn: '2026-03-03' })).toEqual([
    'required',
    'file-copies/not-yet',
  ])
})

test('a refusal says why, and a copy holds something', () => {
  const decided = (but: Parameters<typeof aDecision>[0]) => codesOf(() => refuseUnlessDecided(aDecision(but)))
  const all = chapters.map((part) => ({ part, ground: 'law', reason: 'x' }) as const)
  expect(decided({})).toEqual([])
  expect(decided({ give: false })).toEqual(['required'])
  expect(decided({ give: false, refusal: '法院要求保密。', parts: all })).toEqual([])
  expect(decided({ parts: all })).toEqual(['file-copies/nothing-left'])
})

test('each step has its time, and nothing follows what is over', () => {
  const steps = ['decide', 'produce', 'fetch', 'hand-over'] as const
  const times = (['asked', 'decided', 'producing', 'produced', 'handed-over', 'refused'] as const).map(
    (state) => steps.filter((step) => isTimeFor(step, state)),
  )
  expect(times).toEqual([
    ['decide'],
    ['decide', 'produce'],
    ['produce'],
    ['decide', 'fetch', 'hand-over'],
    ['fetch'],
    [],
  ])
})
