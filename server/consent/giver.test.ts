import { expect, test } from 'vitest'
import { giverOf, whoGives } from './giver.ts'

const day = '2026-03-02'
const born = (date: string, precision: 'day' | 'month' | 'year' | 'estimated' = 'day') => ({
  date,
  precision,
})
const facts = (
  birth: ReturnType<typeof born> | null,
  assessed: 'full' | 'limited' | 'none' | null = null,
) => ({ birth, livesOnOwnWork: false, assessed })

test.each([
  ['a child of seven', facts(born('2018-03-03')), 'guardian', 'under-eight', false, true],
  ['a child on its eighth birthday', facts(born('2018-03-02')), 'guardian', 'from-eight', true, true],
  ['a child one day before fourteen', facts(born('2012-03-03')), 'guardian', 'from-eight', true, true],
  [
    'somebody on their fourteenth birthday',
    facts(born('2012-03-02')),
    'client',
    'from-fourteen',
    false,
    false,
  ],
  [
    'perhaps thirteen, only the year known',
    facts(born('2012-01-01', 'year')),
    'guardian',
    'from-eight',
    true,
    true,
  ],
  ['an adult', facts(born('1980-01-01')), 'client', 'full', false, false],
  ['an adult of limited capacity', facts(born('1980-01-01'), 'limited'), 'guardian', 'limited', true, false],
  ['an adult of no capacity', facts(born('1980-01-01'), 'none'), 'guardian', 'none', true, false],
  [
    'fifteen, and found of limited capacity',
    facts(born('2010-12-01'), 'limited'),
    'guardian',
    'limited',
    true,
    false,
  ],
  ['nobody knows when they were born', facts(null), 'client', 'full', false, false],
] as const)('%s: who consents', (_, given, giver, capacity, mustBeHeard, under14) => {
  expect(whoGives(day, given)).toEqual({ giver, capacity, mustBeHeard, under14 })
})

const child = { id: 'child', name: '李小龙' }
const grandmother = { id: 'grandmother', name: '王桂英' }
const ofAChild = whoGives(day, facts(born('2014-09-12')))
const ofAnAdult = whoGives(day, facts(born('1980-01-01')))

test('a guardian who is one gives it for a child; nobody else does', () => {
  const given = { giver: 'guardian', guardianId: 'grandmother' } as const
  expect(giverOf(given, ofAChild, child, [grandmother])).toEqual(grandmother)
  expect(() => giverOf(given, ofAChild, child, [])).toThrow('consents/no-such-guardian')
  const byChild = { giver: 'client', guardianId: null } as const
  expect(() => giverOf(byChild, ofAChild, child, [grandmother])).toThrow('consents/guardian-gives')
})

test('an adult in full capacity gives their own, and nobody for them', () => {
  expect(giverOf({ giver: 'client', guardianId: null }, ofAnAdult, child, [])).toEqual(child)
  const forThem = { giver: 'guardian', guardianId: 'grandmother' } as const
  expect(() => giverOf(forThem, ofAnAdult, child, [grandmother])).toThrow('consents/client-gives')
})
