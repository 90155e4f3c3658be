import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskedIdentityNumber, readIdentityNumber } from './identity-number.ts'

const today = '2026-03-09'
const read = (text: string) => readIdentityNumber(text, today)

test.each([
  ['11010519491231002X', '1949-12-31', '2', '110105'],
  ['440524188001010014', '1880-01-01', '1', '440524'],
  ['370101190102039973', '1901-02-03', '1', '370101'],
])('%s is read: born %s, sex %s, area %s', (number, birthDate, sex, area) => {
  expect(read(number)).toEqual({
    valid: true,
    number,
    kind: 'identity-card',
    birthDate,
    sex,
    area,
    problem: null,
    warnings: [],
  })
})

test('an old number of 15 digits is completed', () => {
  expect(read('110105491231002')).toMatchObject({
    valid: true,
    number: '11010519491231002X',
    birthDate: '1949-12-31',
    warnings: ['identity-number/old-format'],
  })
})

test('a small x, spaces and full-width digits are forgiven', () => {
  expect(read('11010519491231002x').number).toBe('11010519491231002X')
  expect(read(' 110105 19491231 002X ').number).toBe('11010519491231002X')
  expect(read('11010519491231002\uFF38').number).toBe('11010519491231002X')
})

test.each([
  ['', 'identity-number/shape'],
  ['1101051949123100', 'identity-number/shape'],
  ['11010519491231002XX', 'identity-number/shape'],
  ['X10105194912310021', 'identity-number/shape'],
  ['11010549123100X', 'identity-number/shape'],
  ['١١٠١٠٥١٩٤٩١٢٣١٠٠٢٠', 'identity-number/shape'],
  ['110105194902300020', 'identity-number/birth-date'],
  ['110105490230002', 'identity-number/birth-date'],
  ['110105184912310021', 'identity-number/birth-date'],
  ['110105202603100022', 'identity-number/birth-date'],
  ['110105194912310021', 'identity-number/checksum'],
  ['11010519491231002Y', 'identity-number/shape'],
])('%j is refused with %s and not handed on', (text, problem) => {
  expect(read(text)).toMatchObject({ valid: false, number: null, problem })
})

test('a number with a wrong check character still shows what it says', () => {
  expect(read('110105194912310021')).toMatchObject({ birthDate: '1949-12-31', sex: '2', area: '110105' })
})

test('a birth today is possible, a birth tomorrow is not', () => {
  const born = readIdentityNumber('110105491231002', '1949-12-31')
  expect(born.valid).toBe(true)
  expect(readIdentityNumber('110105491231002', '1949-12-30').problem).toBe('identity-number/birth-date')
})

test.each([
  ['810000199408230021', 'residence-permit'],
  ['830000199201300022', 'residence-permit'],
  ['911124198108030024', 'foreign-permanent-resident-card'],
])('%s passes the same check and is a %s', (number, kind) => {
  expect(read(number)).toMatchObject({ valid: true, kind, warnings: [] })
})

test('an unknown area is a warning, never a refusal', () => {
  expect(read('000105491231002')).toMatchObject({
    valid: true,
    warnings: ['identity-number/old-format', 'identity-number/area-unknown'],
  })
})

test('one wrong digit anywhere is always noticed', () => {
  const place = fc.integer({ min: 0, max: 16 })
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 9 }), (at, shift) => {
      const digits = Array.from('11010519491231002X')
      digits[at] = String((Number(digits[at]) + shift) % 10)
      expect(read(digits.join('')).valid).toBe(false)
    }),
  )
})

test('a masked number shows three digits at the start and four at the end', () => {
  expect(maskedIdentityNumber('11010519491231002X')).toBe('110•••••••••••002X')
  expect(maskedIdentityNumber('E12345678')).toBe('•••••••78')
  expect(maskedIdentityNumber('7')).toBe('7')
})
