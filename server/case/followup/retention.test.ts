import { expect, test } from 'vitest'
import { keepingOf, type KeepingFacts } from './retention.ts'

const facts = (but: Partial<KeepingFacts> = {}): KeepingFacts => ({
  closedOn: '2026-06-30',
  birth: { date: '1980-01-01', precision: 'day' },
  wasMinor: false,
  confidentiality: 'normal',
  crisis: false,
  ...but,
})
const born = (date: string, precision: 'day' | 'month' | 'year' | 'estimated' = 'day') => ({
  birth: { date, precision },
  wasMinor: true,
})

test('an ordinary file is kept ten years after closing', () => {
  expect(keepingOf(facts())).toEqual({ retention: 'standard', until: '2036-06-30' })
  expect(keepingOf(facts({ birth: null }))).toEqual({ retention: 'standard', until: '2036-06-30' })
  expect(keepingOf(facts({ closedOn: '2024-02-29' })).until).toBe('2034-02-28')
})

test.each([
  ['of a child of 11 until the 28th birthday', facts(born('2014-09-12')), '2042-09-12'],
  ['of a minor of 17 ten years, which is longer', facts(born('2008-07-01')), '2036-07-01'],
  ['of one almost 18 whose ten years end later', facts(born('2008-01-01')), '2036-06-30'],
  ['of one born on a leap day', facts(born('2016-02-29')), '2044-02-29'],
  ['of one whose month alone is known', facts(born('2014-09-12', 'month')), '2042-10-01'],
  ['of one whose year alone is known', facts(born('2014-01-01', 'year')), '2042-12-31'],
  ['of one whose age is a guess', facts(born('2014-01-01', 'estimated')), '2043-12-31'],
])('a file %s', (_, given, until) => {
  expect(keepingOf(given)).toEqual({ retention: 'minor', until })
})

test.each([
  ['restricted', facts({ confidentiality: 'restricted' })],
  ['sealed', facts({ confidentiality: 'sealed' })],
  ['of a crisis', facts({ crisis: true })],
  ['of a child in a crisis', facts({ ...born('2014-09-12'), crisis: true })],
])('a file that is %s is kept thirty years', (_, given) => {
  expect(keepingOf(given)).toEqual({ retention: 'long', until: '2056-06-30' })
})

test('the terms are parameters', () => {
  const terms = { standardYears: 3, longYears: 50, minorUntilAge: 21 }
  expect(keepingOf(facts(), terms).until).toBe('2029-06-30')
  expect(keepingOf(facts({ crisis: true }), terms).until).toBe('2076-06-30')
  expect(keepingOf(facts(born('2014-09-12')), terms).until).toBe('2035-09-12')
})
