import { expect, test } from 'vitest'
import { languages } from '#contract/language.ts'
import { listGroups } from './list-names.ts'
import { shippedLists } from './shipped-lists.ts'

const named = Object.values(listGroups).flat()

test('every list of the product is shown once, by a name of its own in every language', () => {
  expect(named.map(({ name }) => name).toSorted()).toEqual([...shippedLists.keys()].toSorted())
  for (const language of languages)
    expect(new Set(named.map(({ title }) => title[language])).size).toBe(named.length)
})

test('a list says under which name it is exported, and rules rest on codes that it has', () => {
  for (const [name, { changeable }] of shippedLists) {
    if (!changeable?.agency) continue
    expect(changeable.agency.name).toBe(name)
    expect(changeable.codes).toEqual(expect.arrayContaining([...(changeable.agency.always ?? [])]))
  }
})

test('states, stages, roles and levels are nobody’s to change', () => {
  const fixed = [
    'stage',
    'caseState',
    'role',
    'referralState',
    'riskLevel',
    'confidentiality',
    'intakeDecision',
  ]
  expect(fixed.map((name) => shippedLists.get(name)?.changeable)).toEqual(fixed.map(() => null))
})
