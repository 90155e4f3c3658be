import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InquiryProblem } from '#contract/case/screening.ts'
import { divisionsUnder, resolveDivision } from '../divisions/divisions.ts'
import { type Asking, inOrder, type Offer, screen } from './screening.ts'
import { shippedDivisions } from '../divisions/shipped-divisions.ts'

const today = '2026-03-02'
const residenceIn = (code: string) => resolveDivision(shippedDivisions, code, today)

/** Only elders of Furong District, as in the example of seed 000; twelve places. */
const furong: Offer = {
  scope: {
    serviceFields: ['community-care'],
    clientGroups: [],
    minimumAge: 60,
    maximumAge: null,
    notHere: '',
  },
  catchment: { areas: [{ prefix: '430102', name: '芙蓉区' }] },
  capacity: { cases: 12, perWorker: { level4: 5, level3: 20, level2: 25, level1: null }, waitingList: 3 },
}
const tianxin: Offer = { ...furong, catchment: { areas: [{ prefix: '430103', name: '天心区' }] } }

const asking = (but: Partial<Asking> = {}): Asking => ({
  wantedFields: ['community-care'],
  age: 71,
  residence: residenceIn('430103'),
  problems: [{ difficulty: 1, danger: false }],
  openCases: 11,
  waiting: 0,
  worker: { level: 3, openCases: 4 },
  ...but,
})

const verdicts = (flags: ReturnType<typeof screen>) =>
  Object.fromEntries(flags.map(({ kind, verdict }) => [kind, verdict]))

test('an elder of Tianxin is out of the area of Furong, and in that of Tianxin: two agencies screen one person differently', () => {
  expect(verdicts(screen(asking(), furong))).toMatchObject({ area: 'misses', fields: 'fits', age: 'fits' })
  expect(verdicts(screen(asking(), tianxin))).toMatchObject({ area: 'fits', fields: 'fits', age: 'fits' })
  const [, , area] = screen(asking(), furong)
  expect(area?.facts).toEqual({ ours: '芙蓉区', lives: '湖南省长沙市天心区' })
})

test.each([
  ['the last place is free', { openCases: 11 }, 'places', 'fits', { taken: 11, limit: 12 }],
  ['every place is taken', { openCases: 12 }, 'places', 'misses', { taken: 12, limit: 12 }],
  ['the waiting list is full', { waiting: 3 }, 'list', 'misses', { taken: 3, limit: 3 }],
  [
    'the worker carries all they may',
    { worker: { level: 4, openCases: 5 } },
    'load',
    'misses',
    { taken: 5, limit: 5 },
  ],
  ['no limit for the highest level', { worker: { level: 1, openCases: 80 } }, 'load', 'fits', { taken: 80 }],
  ['too young', { age: 59 }, 'age', 'misses', { from: 60, age: 59 }],
  ['nobody knows the age', { age: null }, 'age', 'unknown', { from: 60 }],
  [
    'another field',
    { wantedFields: ['mental-health'] },
    'fields',
    'misses',
    { ours: 'community-care', wanted: 'mental-health' },
  ],
  ['nobody knows where they live', { residence: null }, 'area', 'unknown', { ours: '芙蓉区', lives: '' }],
  [
    'danger is not for the first level alone',
    { problems: [{ difficulty: 1, danger: true }], worker: { level: 4, openCases: 0 } },
    'competence',
    'with-supervision',
    { level: 4, hard: 1 },
  ],
  ['nothing is known of the problems', { problems: [] }, 'competence', 'unknown', { level: 3, hard: 0 }],
] as const)('%s', (_, but, kind, verdict, facts) => {
  const flag = screen(asking(but as Partial<Asking>), furong).find((one) => one.kind === kind)
  expect(flag).toEqual({ kind, verdict, facts })
})

test('a code that was abolished leads to what it became on that day, and stands as it was before', () => {
  expect(resolveDivision(shippedDivisions, '310108', '2015-10-31')).toMatchObject({
    now: ['310108'],
    abolishedOn: null,
  })
  expect(resolveDivision(shippedDivisions, '310108', '2015-11-01')).toMatchObject({
    names: ['上海市', '闸北区'],
    now: ['310106'],
    abolishedOn: '2015-11-01',
  })
  expect(resolveDivision(shippedDivisions, '999999', today)).toBeNull()
  const jingan: Offer = { ...furong, catchment: { areas: [{ prefix: '310106', name: '静安区' }] } }
  expect(verdicts(screen(asking({ residence: residenceIn('310108') }), jingan))).toMatchObject({
    area: 'fits',
  })
})

test('a division lists what lies directly under it, districts of a municipality too', () => {
  const under = (code: string) => divisionsUnder(shippedDivisions, code, today).map((one) => one.code)
  expect(under('')).toHaveLength(34)
  expect(under('620000')).toEqual(['620100'])
  expect(under('620100')).toContain('620105')
  expect(under('110000')).toEqual(['110101', '110102', '110103', '110104'])
})

const problem: fc.Arbitrary<InquiryProblem> = fc.record({
  id: fc.uuid(),
  what: fc.constant('x'),
  level: fc.constant(null),
  difficulty: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  clientRank: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  workerRank: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
  danger: fc.boolean(),
})

test('danger comes first whatever else is said; among the rest what is simple does; nothing is lost or doubled', () => {
  fc.assert(
    fc.property(fc.uniqueArray(problem, { selector: ({ id }) => id, maxLength: 20 }), (problems) => {
      const ordered = inOrder(problems)
      expect(new Set(ordered)).toEqual(new Set(problems))
      expect(ordered).toHaveLength(problems.length)
      const dangers = ordered.filter(({ danger }) => danger).length
      expect(ordered.slice(0, dangers).every(({ danger }) => danger)).toBe(true)
      const rest = ordered.filter(({ danger }) => !danger).map(({ difficulty }) => difficulty ?? 4)
      expect(rest).toEqual(rest.toSorted((one, other) => one - other))
      // Whatever order they came in, they leave in the same one.
      expect(inOrder(problems.toReversed())).toEqual(ordered)
    }),
  )
  const hard = {
    id: randomUUID(),
    what: '',
    level: null,
    workerRank: null,
    clientRank: 1,
    difficulty: 3,
    danger: false,
  }
  const simple = { ...hard, id: randomUUID(), clientRank: 2, difficulty: 1 }
  const first = { ...simple, id: randomUUID(), clientRank: 1 }
  expect(inOrder([hard, simple, first])).toEqual([first, simple, hard])
})
