import { expect, test } from 'vitest'
import { nobodyYet, placed } from '#drawing/genogram/editing.ts'
import { aFamily } from './drawings.factory.ts'
import { withEachOnce } from './family.ts'

test('who stands twice after a merge is one symbol with the lines of both; what could not be drawn stays as two', () => {
  const mother = '11111111-1111-4111-8111-111111111111'
  const of = (personId: string | null, id: string) =>
    aFamily().persons.map((one) => (one.id === id ? { ...one, personId } : one))
  const family = { ...aFamily(), persons: of(mother, 'mother') }
  expect(withEachOnce(family)).toBe(family)

  const again = { ...nobodyYet('again'), personId: mother, city: '南京', marks: ['illness' as const] }
  const twice = placed(family, again, { beside: 'mother', as: 'sibling' }) ?? family
  const joined = withEachOnce({
    ...twice,
    ties: [
      ...twice.ties,
      { a: 'mother', b: 'again', kind: 'close', start: null, end: null },
      { a: 'again', b: 'client', kind: 'fused', start: null, end: null },
    ],
    households: [{ members: ['client', 'again', 'mother'], label: '' }],
  })
  expect(joined.persons.map(({ id }) => id)).toEqual(
    twice.persons.map(({ id }) => id).filter((id) => id !== 'again'),
  )
  expect(joined.persons.find(({ id }) => id === 'mother')).toMatchObject({
    occupation: '售货员',
    city: '南京',
    marks: ['illness'],
  })
  expect(joined.childLinks.map(({ child }) => child).toSorted()).toEqual(['client', 'mother'])
  expect(joined.ties).toMatchObject([
    { a: 'client', b: 'father' },
    { a: 'mother', b: 'client', kind: 'fused' },
  ])
  expect(joined.households).toEqual([{ members: ['client', 'mother'], label: '' }])

  // Mother and child were one record: nobody is their own mother.
  const odd = {
    ...family,
    persons: of(mother, 'mother').map((one) => (one.id === 'client' ? { ...one, personId: mother } : one)),
  }
  expect(withEachOnce(odd)).toBe(odd)
})
