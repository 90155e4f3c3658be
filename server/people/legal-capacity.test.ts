import { expect, test } from 'vitest'
import type { BirthDatePrecision, LegalCapacity } from '#contract/codes/people.ts'
import {
  ageOn,
  ageRangeOn,
  type CapacityFacts,
  isMinorOn,
  legalCapacityOn,
  needsGuardian,
  needsGuardianForData,
} from './legal-capacity.ts'

const born = (date: string, precision: BirthDatePrecision = 'day') => ({ date, precision })
const someone = (date: string, more: Partial<CapacityFacts> = {}): CapacityFacts => ({
  birth: born(date),
  livesOnOwnWork: false,
  assessed: null,
  ...more,
})

test.each([
  ['2026-03-09', '2015-03-09', 11],
  ['2026-03-08', '2015-03-09', 10],
  ['2026-03-10', '2015-03-09', 11],
  ['2026-03-09', '2026-03-09', 0],
  ['2026-03-08', '2026-03-09', -1],
  ['2026-02-28', '2008-02-29', 17],
  ['2026-03-01', '2008-02-29', 18],
  ['2028-02-29', '2008-02-29', 20],
  ['2026-12-31', '1950-01-01', 76],
])('on %s whoever was born on %s is %i', (day, birthDate, age) => {
  expect(ageOn(day, birthDate)).toBe(age)
})

const capacities: [string, CapacityFacts, LegalCapacity][] = [
  ['the day before the eighth birthday', someone('2018-03-10'), 'none'],
  ['the eighth birthday', someone('2018-03-09'), 'limited'],
  ['eleven', someone('2015-01-20'), 'limited'],
  ['the day before the eighteenth birthday', someone('2008-03-10'), 'limited'],
  ['the eighteenth birthday', someone('2008-03-09'), 'full'],
  ['sixteen on own work', someone('2010-03-09', { livesOnOwnWork: true }), 'full'],
  ['a day short of sixteen on own work', someone('2010-03-10', { livesOnOwnWork: true }), 'limited'],
  [
    'sixteen on own work, found limited',
    someone('2009-01-01', { livesOnOwnWork: true, assessed: 'limited' }),
    'limited',
  ],
  ['an adult', someone('1950-01-01'), 'full'],
  ['an adult found limited', someone('1950-01-01', { assessed: 'limited' }), 'limited'],
  ['an adult found without capacity', someone('1950-01-01', { assessed: 'none' }), 'none'],
  ['a ten-year-old unable to understand', someone('2015-06-01', { assessed: 'none' }), 'none'],
  ['a child said to have full capacity', someone('2020-06-01', { assessed: 'full' }), 'none'],
  ['no birth date', someone('1950-01-01', { birth: null }), 'full'],
  ['no birth date, found limited', someone('1950-01-01', { birth: null, assessed: 'limited' }), 'limited'],
]

test.each(capacities)('%s: legal capacity follows', (_, facts, capacity) => {
  expect(legalCapacityOn('2026-03-09', facts)).toBe(capacity)
  expect(needsGuardian('2026-03-09', facts)).toBe(capacity !== 'full')
})

test('a vague birth date counts as the youngest age it allows', () => {
  expect(ageRangeOn('2026-03-09', born('2008-03-01', 'month'))).toEqual({ youngest: 17, oldest: 18 })
  expect(ageRangeOn('2026-12-31', born('2008-01-01', 'year'))).toEqual({ youngest: 18, oldest: 18 })
  expect(ageRangeOn('2026-03-09', born('2008-01-01', 'year'))).toEqual({ youngest: 17, oldest: 18 })
  expect(ageRangeOn('2026-03-09', born('2008-01-01', 'estimated'))).toEqual({ youngest: 16, oldest: 19 })
  expect(needsGuardian('2026-03-09', someone('', { birth: born('2007-06-15', 'estimated') }))).toBe(true)
})

test('the data of a child under fourteen need the guardian’s consent', () => {
  expect(needsGuardianForData('2026-03-09', born('2012-03-10'))).toBe(true)
  expect(needsGuardianForData('2026-03-09', born('2012-03-09'))).toBe(false)
  expect(needsGuardianForData('2026-03-09', born('2012-01-01', 'year'))).toBe(true)
  expect(needsGuardianForData('2026-03-09', null)).toBe(false)
})

test('a minor is whoever may be under eighteen', () => {
  expect(isMinorOn('2026-03-09', born('2008-03-10'))).toBe(true)
  expect(isMinorOn('2026-03-09', born('2008-03-09'))).toBe(false)
  expect(isMinorOn('2026-03-09', null)).toBe(false)
})

test('another country’s ages can be used', () => {
  const ages = { limitedFrom: 6, ownConsentFrom: 14, ownWorkFrom: 16, fullFrom: 18 }
  expect(legalCapacityOn('2026-03-09', someone('2019-01-01'), ages)).toBe('limited')
})
