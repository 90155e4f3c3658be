import { expect, test } from 'vitest'
import type { FamilyRelation } from '#contract/codes/index.ts'
import { drawGenogram } from './draw.ts'
import { familyFromRelations } from './from-relations.ts'
import { byId } from './model.ts'

const self = { id: 'me', name: '小雨', sex: '2', birth: '2012-05-01' }

const relation = (id: string, sex: string, kind: FamilyRelation, inverse = false) => ({
  person: { id, name: id, sex, birth: null },
  kind,
  inverse,
  livesTogether: id === 'mother',
})

test('parents, grandparents, siblings, an uncle and a stepfather stand where they belong; who is missing has no name', () => {
  const { genogram, notPlaced } = familyFromRelations(self, [
    relation('uncle', '1', 'mothers-brother'),
    relation('grandfather', '1', 'paternal-grandfather'),
    relation('brother', '1', 'younger-brother'),
    relation('mother', '2', 'mother'),
    relation('stepfather', '1', 'stepfather'),
    relation('cousin', '1', 'cousin'),
  ])
  const childrenOf = (...partners: string[]) => {
    const union = genogram.unions.find(({ partnerA, partnerB }) =>
      partners.every((id) => partnerA === id || partnerB === id),
    )
    return genogram.childLinks.filter((link) => link.union === union?.id).map(({ child }) => child)
  }
  expect(notPlaced).toEqual(['cousin'])
  expect(childrenOf('mother', 'unknown father')).toEqual(['brother', 'me'])
  expect(childrenOf('grandfather')).toEqual(['unknown father'])
  expect(childrenOf('stepfather', 'mother')).toEqual([])
  expect(genogram.households).toEqual([{ members: ['me', 'mother'], label: '' }])
  expect(drawGenogram(genogram, { language: 'zh-CN', day: '2026-11-29' }).svg).toContain(
    'data-person="uncle"',
  )
})

test('what others say of a person counts the other way round, and nobody is placed twice', () => {
  const { genogram } = familyFromRelations({ ...self, birth: '1980' }, [
    relation('husband', '1', 'husband'),
    relation('son', '1', 'mother', true),
    relation('son', '1', 'son'),
    relation('grandmother', '2', 'daughter', true),
    relation('grandchild', '2', 'sons-daughter'),
    relation('ex', '1', 'former-spouse'),
  ])
  expect(genogram.persons.map(({ id }) => id)).toEqual([
    'ex',
    'grandchild',
    'grandmother',
    'husband',
    'me',
    'son',
  ])
  expect(genogram.childLinks.map(({ child }) => child).toSorted(byId)).toEqual(['grandchild', 'me', 'son'])
  expect(genogram.unions.find(({ id }) => id === 'with ex')?.divorced).toBe(true)
})
