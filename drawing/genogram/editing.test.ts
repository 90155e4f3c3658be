import { expect, test } from 'vitest'
import type { FamilySheet } from '#contract/drawings.ts'
import { nobodyYet, placed, without, withTie, withTwin } from './editing.ts'
import { genogramFrom, sheetFrom } from './sheet.ts'

const alone: FamilySheet = {
  persons: [{ ...nobodyYet('c'), personId: 'c', sex: 'female' }],
  unions: [],
  childLinks: [],
  ties: [],
  households: [],
}

/** The family after these people came into it, one after the other. */
const grown = (
  ...steps: readonly (readonly [id: string, as: Parameters<typeof placed>[2]['as'], beside: string])[]
) =>
  steps.reduce<FamilySheet>((sheet, [id, as, beside]) => {
    const next = placed(sheet, nobodyYet(id), { beside, as })
    if (!next) throw new Error(`No place for ${id}`)
    return next
  }, alone)

test('whoever comes into a family finds their place: parents share one couple, children the latest', () => {
  const family = grown(
    ['f', 'parent', 'c'],
    ['m', 'parent', 'c'],
    ['b', 'sibling', 'c'],
    ['gf', 'parent', 'f'],
    ['h', 'partner', 'c'],
    ['k', 'child', 'c'],
    ['k2', 'child', 'h'],
  )
  expect(family.unions.map(({ partnerA, partnerB }) => [partnerA, partnerB])).toEqual([
    ['f', 'm'],
    ['gf', null],
    ['c', 'h'],
  ])
  expect(family.childLinks.map(({ union, child }) => [union, child])).toEqual([
    ['u f', 'c'],
    ['u f', 'b'],
    ['u gf', 'f'],
    ['u h', 'k'],
    ['u h', 'k2'],
  ])
  expect(placed(family, nobodyYet('x'), { beside: 'c', as: 'parent' })).toBeNull()
  expect(genogramFrom(family, 'c').persons.filter(({ index }) => index)).toHaveLength(1)
})

test('a sibling of somebody whose parents nobody knows hangs from one unknown parent', () => {
  const family = grown(['b', 'sibling', 'c'])
  expect(family.persons.map(({ id }) => id)).toEqual(['c', 'b', 'parent b'])
  expect(family.childLinks.map(({ child }) => child)).toEqual(['c', 'b'])
})

test('without somebody, their couple stays as the parent who is left, and their lines go', () => {
  const family = withTie(
    withTwin(grown(['f', 'parent', 'c'], ['m', 'parent', 'c'], ['b', 'sibling', 'c']), 'c', 'b', true),
    { a: 'c', b: 'f', kind: 'conflict', start: null, end: null },
  )
  const left = without(family, 'f')
  expect(left.unions).toMatchObject([{ partnerA: 'm', partnerB: null }])
  expect([left.childLinks.length, left.ties]).toEqual([2, []])
  expect(without(left, 'm')).toMatchObject({ unions: [], childLinks: [] })
})

test('what is kept is drawn, and what is drawn is kept', () => {
  const family = withTwin(grown(['f', 'parent', 'c'], ['b', 'sibling', 'c']), 'c', 'b', true)
  const again = sheetFrom(genogramFrom(family, 'c'), new Set(['c']))
  expect(genogramFrom(again, 'c')).toEqual(genogramFrom(family, 'c'))
})
