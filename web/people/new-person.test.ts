import { expect, test } from 'vitest'
import { begunWith, newPersonFrom } from './new-person.ts'

const today = '2026-11-21'

test('a typed name is taken over bit for bit, a typed telephone becomes the telephone, a tail neither', () => {
  expect(begunWith(' 𠮷田 ')).toMatchObject({ name: ' 𠮷田 ', phone: '' })
  expect(begunWith('138 1234 5678')).toMatchObject({ name: '', phone: '138 1234 5678' })
  expect(begunWith('5678')).toMatchObject({ name: '', phone: '' })
})

test('an age becomes an estimated year of birth; a known birth date is stronger', () => {
  const facts = { ...begunWith('李小龙'), age: 11 }
  expect(newPersonFrom('1', facts, today)).toMatchObject({
    birthDate: '2015-01-01',
    birthPrecision: 'estimated',
  })
  expect(newPersonFrom('1', { ...facts, birthDate: '2014-09-12' }, today)).toMatchObject({
    birthDate: '2014-09-12',
  })
  expect(newPersonFrom('1', begunWith('李小龙'), today)).not.toHaveProperty('birthDate')
})

test('no identity number is none, not an empty one', () => {
  expect(newPersonFrom('1', begunWith('李小龙'), today).idNumber).toBeNull()
})
