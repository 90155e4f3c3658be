import { expect, test } from 'vitest'
import type { EntrySheet } from '#contract/directory.ts'
import type { Bundle, HeldRecord } from './bundle.ts'
import { anEntry } from './directory.factory.ts'
import { districtCodeIn, withAbove } from './districts.ts'
import { costOf, findableFrom, freshFrom, hasAged, needsOf, sheetFrom } from './entry.ts'
import { changesFrom } from './entry-records.ts'

const organization: HeldRecord = {
  kind: 'organizations',
  id: 'o',
  content: { id: 'o', name: '兰州市妇女联合会' },
}
const nothing: Bundle = { service: { id: 's', organization_id: 'o', name: '' }, records: [organization] }

/** The entry after its changes were kept. */
function after(before: Bundle, sheet: EntrySheet): Bundle {
  const { written, removed } = changesFrom(before, sheet, organization)
  const all = new Map(
    [...before.records, ...written].map((record) => [`${record.kind}/${record.id}`, record]),
  )
  for (const { kind, id } of removed) all.delete(`${kind}/${id}`)
  const service = all.get('services/s')?.content ?? before.service
  const records = [...all.values()].filter(({ kind }) => kind !== 'services')
  // A term is only known through an attribute that names it.
  const named = new Set(records.map(({ content }) => content['taxonomy_term_id']))
  return { service, records: records.filter(({ kind, id }) => kind !== 'taxonomy_terms' || named.has(id)) }
}

const { id: _id, ...sheet } = anEntry({
  minimumAge: 6,
  maximumAge: 18,
  fees: '无',
  email: 'a@example.org',
  website: 'https://example.org',
})

test('what is written on the sheet is read from its records, and writing it again changes nothing', () => {
  const kept = after(nothing, sheet)
  expect(sheetFrom(kept)).toEqual(sheet)
  expect(changesFrom(kept, sheet, organization)).toEqual({
    written: [{ kind: 'services', id: 's', content: kept.service }],
    removed: [],
  })
})

test('what is emptied on the sheet leaves no record behind', () => {
  const empty: EntrySheet = {
    ...sheet,
    needs: [],
    districts: [],
    languages: [],
    cost: null,
    phone: '',
    hours: '',
    address: '',
    email: '',
    website: '',
    minimumAge: null,
    maximumAge: null,
    fees: '',
    eligibility: '',
    howToApply: '',
    description: '',
  }
  const kept = after(after(nothing, sheet), empty)
  expect(sheetFrom(kept)).toEqual(empty)
})

test('a change leaves what an import brought besides', () => {
  const brought: HeldRecord[] = [
    { kind: 'phones', id: 'p1', content: { id: 'p1', service_id: 's', number: '1' } },
    { kind: 'phones', id: 'p2', content: { id: 'p2', service_id: 's', number: '2', type: 'fax' } },
    { kind: 'attributes', id: 'a', content: { id: 'a', link_id: 's', taxonomy_term_id: 't' } },
    { kind: 'taxonomy_terms', id: 't', content: { id: 't', name: 'Legal Aid' } },
    { kind: 'service_areas', id: 'x', content: { id: 'x', service_id: 's', name: 'MyCity' } },
  ]
  const before = after(
    { ...nothing, records: [...nothing.records, ...brought] },
    { ...sheet, needs: ['legal'], phone: '1' },
  )
  const kept = after(before, { ...sheetFrom(before), needs: [], phone: '3' })
  const left = kept.records.map(({ kind, id }) => `${kind}/${id}`)
  expect(left).toEqual(expect.arrayContaining(['phones/p2', 'service_areas/x']))
  expect(left).not.toContain('attributes/a')
  expect(sheetFrom(kept)).toMatchObject({ needs: [], phone: '3' })
})

test('a term of another taxonomy is a need where it is called like one, in any of the three languages', () => {
  const called = (name: string) =>
    needsOf({ ...nothing, records: [{ kind: 'taxonomy_terms', id: 't', content: { id: 't', name } }] })
  expect(['法律援助', 'LEGAL AID', 'Юридическая помощь', 'legal', 'Law'].map(called)).toEqual([
    ['legal'],
    ['legal'],
    ['legal'],
    ['legal'],
    [],
  ])
})

test.each([
  [[{ option: 'partly' }], 'partly'],
  [[{ amount: 0 }], 'free'],
  [[{ amount: 35 }], 'paid'],
  [[{ amount: 0 }, { amount: 10 }], 'partly'],
  [[{ option: 'By agreement' }], null],
  [[], null],
] as const)('the cost of %j is %s', (options, expected) => {
  const records = options.map((content, index) => ({
    kind: 'cost_options',
    id: String(index),
    content: { id: String(index), ...content },
  }))
  expect(costOf({ ...nothing, records })).toBe(expected)
})

test('a district is found by its code in the uri or as the whole extent, and with all that it lies in', () => {
  expect([
    districtCodeIn({ uri: 'urn:gb-t-2260:620102' }),
    districtCodeIn({ extent: ' 620100 ' }),
    districtCodeIn({ extent: 'about 620100', uri: 'http://example.com/620102' }),
  ]).toEqual(['620102', '620100', null])
  expect(['620102', '620100', '620000'].map(withAbove)).toEqual([
    ['62', '6201', '620102'],
    ['62', '6201'],
    ['62'],
  ])
  const records = [
    {
      kind: 'service_areas',
      id: 'x',
      content: { id: 'x', service_id: 's', uri: 'urn:gb-t-2260:620100', name: '兰州' },
    },
  ]
  expect(findableFrom({ ...nothing, records })).toMatchObject({
    districts: ['6201'],
    districtsWithin: ['62', '6201'],
    districtNames: ['兰州'],
  })
})

test('an entry has aged twelve months after its last confirmation, to the day', () => {
  expect([freshFrom('2026-03-02'), freshFrom('2026-01-31')]).toEqual(['2025-03-02', '2025-01-31'])
  expect([
    hasAged('2025-03-02', '2026-03-02'),
    hasAged('2025-03-01', '2026-03-02'),
    hasAged(null, '2026-03-02'),
  ]).toEqual([false, true, true])
})
