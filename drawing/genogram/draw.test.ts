import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxesMeet, lineMeets, type Box, type Point } from '../geometry.ts'
import { DrawingProblem } from '../reading.ts'
import { drawGenogram } from './draw.ts'
import { anyFamily, type Told } from './genogram.factory.ts'
import { layoutOf, type Standing } from './layout.ts'
import { shortNamesOf, sketchOf } from './measures.ts'
import { byId, type Genogram } from './model.ts'
import { labelBox, obstaclesOf, symbolBox, yearBoxes } from './obstacles.ts'
import { readGenogram } from './read.ts'

const day = '2026-11-29'
const look = { language: 'en', day } as const

function isPossible(told: Told): boolean {
  try {
    return readGenogram(told).persons.length > 0
  } catch (problem) {
    if (problem instanceof DrawingProblem) return false
    throw problem
  }
}

const anyGenogram = anyFamily.filter(isPossible).map((told) => readGenogram(told))

function laidOut(genogram: Genogram) {
  const short = shortNamesOf(genogram.persons)
  const sketches = new Map(
    genogram.persons.map((person) => [
      person.id,
      sketchOf(person, { initials: false, income: false, day }, short.get(person.id) ?? ''),
    ]),
  )
  return layoutOf(genogram, sketches)
}

/** The lines of a picture that are no part of a person and no legend, as pieces of straight line. */
function piecesOf(svg: string): { from: Point; to: Point; of: string }[] {
  const [, lines = ''] = /<g class="households"(.*?)<g class="people">/su.exec(svg) ?? []
  return Array.from(lines.matchAll(/<path[^>]* d="([^"]*)"/gu)).flatMap(([, d = '']) => {
    const parts = d.split('M').filter((part) => part !== '')
    return parts.flatMap((part) => {
      const points = part
        .replace('Z', '')
        .split('L')
        .map((pair) => {
          const [x = 0, y = 0] = pair.split(' ').map(Number)
          return { x, y }
        })
      return points.slice(1).map((to, index) => ({ from: points[index] ?? to, to, of: d.slice(0, 80) }))
    })
  })
}

/** What of a symbol no line may enter: the square, or what a circle and a diamond surely cover. */
function core({ x, y, sketch: { person, half } }: Standing): Box {
  const reach =
    (person.index ? half - 4 : half) * (person.sex === 'male' ? 1 : person.sex === 'female' ? 0.68 : 0.45) - 2
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
}

const boxesOf = (each: Standing): Box[] => [
  symbolBox(each),
  ...yearBoxes(each),
  ...[labelBox(each) ?? []].flat(),
]

/** What is wrong with the places of a family: what covers what, and which line goes through whom. */
function faultsOf(genogram: Genogram): string[] {
  const layout = laidOut(genogram)
  const people = [...layout.standing.values()]
  const boxes = [
    ...people.flatMap((each) => boxesOf(each).map((box) => ({ id: each.sketch.person.id, box }))),
    ...obstaclesOf(layout).texts.filter(({ id }) => id.startsWith('u')),
  ]
  const pieces = piecesOf(drawGenogram(genogram, look).svg)
  return [
    ...boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.id !== b.id && boxesMeet(a.box, b.box))
        .map((b) => `${a.id} and ${b.id} cover each other`),
    ),
    ...people.flatMap((each) =>
      pieces
        .filter(({ from, to }) => lineMeets(core(each), from, to))
        .map(({ of }) => `a line goes through ${each.sketch.person.id}: ${of}`),
    ),
  ]
}

test('families of all kinds: everybody once, nothing covers anything, no line through a symbol', () => {
  fc.assert(
    fc.property(anyGenogram, (genogram) => {
      const { svg } = drawGenogram(genogram, look)
      const drawn = Array.from(svg.matchAll(/data-person="([^"]*)"/gu), ([, id = '']) => id)
      expect(drawn.toSorted(byId)).toEqual(genogram.persons.map(({ id }) => id))
      expect(faultsOf(genogram)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('a line finds its way around people whose neighbours stand far apart', () => {
  const wives = ['w1', 'w2', 'w3']
  const person = (id: string, sex: number, birth: number) => ({
    id,
    sex,
    name: 'Салтыкова-Щедрина',
    birth: String(birth),
  })
  const children = wives.flatMap((wife) =>
    Array.from({ length: 6 }, (_, index) => ({ wife, id: `${wife} ${index}` })),
  )
  const told = {
    persons: [
      person('m', 1, 1930),
      ...wives.map((wife) => person(wife, 2, 1930)),
      ...children.map(({ id }, index) => person(id, 1, 1950 + index)),
    ],
    unions: wives.map((wife) => ({ id: `of ${wife}`, partnerA: 'm', partnerB: wife, type: 'marriage' })),
    childLinks: children.map(({ wife, id }) => ({ union: `of ${wife}`, child: id })),
    households: [],
  }
  for (const b of wives) {
    const genogram = readGenogram({ ...told, ties: [{ a: 'm', b, kind: 'fused' }] })
    expect(faultsOf(genogram)).toEqual([])
  }
})

test('between wide labels a line still leaves at the side, and lies on no line of the family', () => {
  const names = ['Anna', 'Константин Преображенский', '李', 'Мария Ивановна Салтыкова-Щедрина']
  const children = names.map((name, index) => ({
    id: `c${index}`,
    sex: 1 + (index % 2),
    name,
    birth: `195${index}`,
  }))
  const genogram = readGenogram({
    persons: [{ id: 'f', sex: 1 }, { id: 'm', sex: 2 }, ...children],
    unions: [{ id: 'u', partnerA: 'f', partnerB: 'm', type: 'marriage' }],
    childLinks: children.map(({ id }) => ({ union: 'u', child: id })),
    ties: [{ a: 'c2', b: 'c0', kind: 'distant' }],
  })
  const { svg } = drawGenogram(genogram, look)
  const [, points = ''] = /<g data-tie="c2 c0".*? d="([^"]*)"/su.exec(svg) ?? []
  const [start, ...more] = Array.from(points.matchAll(/[ML]([\d.]+) /gu), ([, x]) => Number(x))
  const { standing } = laidOut(genogram)
  const away = (x: number | undefined, id: string) => Math.abs((x ?? 0) - (standing.get(id)?.x ?? 0))
  expect(away(start, 'c2')).toBeGreaterThan(20)
  expect(away(more.at(-1), 'c0')).toBeGreaterThan(20)
})

test('men stand left, the eldest left, partners in one row, children below', () => {
  fc.assert(
    fc.property(anyGenogram, (genogram) => {
      expect(disorderOf(genogram)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

/** Which rule of order a family breaks. A younger sibling may stand left only where a man has to stand left of his wife. */
function disorderOf(genogram: Genogram): string[] {
  const { standing } = laidOut(genogram)
  const at = (id: string | null) => [standing.get(id ?? '') ?? []].flat()
  const before = new Map<string, Set<string>>()
  const note = (left: Standing, right: Standing) =>
    before.set(
      left.sketch.person.id,
      (before.get(left.sketch.person.id) ?? new Set()).add(right.sketch.person.id),
    )
  const couples = genogram.unions.flatMap(({ partnerA, partnerB }) => {
    const pair = [...at(partnerA), ...at(partnerB)]
    const [man] = pair.filter(({ sketch }) => sketch.person.sex === 'male')
    const [woman] = pair.filter(({ sketch }) => sketch.person.sex === 'female')
    return man && woman && man.row === woman.row ? [{ man, woman }] : []
  })
  for (const { man, woman } of couples) note(man, woman)
  const siblings = genogram.unions.flatMap(({ id }) => {
    const children = genogram.childLinks.filter(({ union }) => union === id).flatMap(({ child }) => at(child))
    return children.flatMap((a) =>
      children.flatMap((b) => (isElder(a, b) && a.row === b.row ? [[a, b] as const] : [])),
    )
  })
  for (const [a, b] of siblings) if (a.x < b.x) note(a, b)
  return [
    ...couples
      .filter(({ man, woman }) => man.x >= woman.x)
      .map(({ man }) => `${man.sketch.person.id} stands right`),
    ...siblings
      .filter(([a, b]) => a.x > b.x && !leads(before, b.sketch.person.id, a.sketch.person.id))
      .map(([a, b]) => `${a.sketch.person.id} is older than ${b.sketch.person.id} and stands right`),
    ...genogram.childLinks
      .filter(({ union, child }) =>
        genogram.unions.some(
          ({ id, partnerA, partnerB }) =>
            id === union &&
            [...at(partnerA), ...at(partnerB)].some(({ row }) => row >= (at(child)[0]?.row ?? 0)),
        ),
      )
      .map(({ child }) => `${child} does not stand below`),
  ]
}

const isElder = (a: Standing, b: Standing) =>
  a.sketch.person.birth !== null &&
  b.sketch.person.birth !== null &&
  a.sketch.person.birth < b.sketch.person.birth

function leads(before: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string) {
  const seen = new Set([from])
  for (const each of seen) for (const next of before.get(each) ?? []) seen.add(next)
  return seen.has(to)
}

test('the same family gives the same picture, in whatever order its rows come', () => {
  fc.assert(
    fc.property(anyFamily.filter(isPossible), fc.nat(), (told, seed) => {
      const genogram = readGenogram(told)
      const shuffled = <Each>(list: Each[]) =>
        list
          .map((each, index) => ({ each, key: (index * 7919 + seed) % 101 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ each }) => each)
      const other = readGenogram({
        persons: shuffled(told.persons),
        unions: shuffled(told.unions),
        childLinks: shuffled(told.childLinks),
        ties: shuffled(told.ties),
        households: shuffled(told.households),
      })
      expect(drawGenogram(other, look).svg).toBe(drawGenogram(genogram, look).svg)
    }),
    { numRuns: 20 },
  )
})

test('the fixture of the specification: three rows, two slashes, twins, and a legend of exactly what stands there', () => {
  const genogram = readGenogram(fixture)
  const { svg } = drawGenogram(genogram, look)
  const { standing } = laidOut(genogram)
  expect(new Set([...standing.values()].map(({ y }) => y))).toEqual(new Set([80, 260, 440]))
  expect(faultsOf(genogram)).toEqual([])
  expect(disorderOf(genogram)).toEqual([])
  expect(svg.match(/class="slash"/gu)).toHaveLength(2)
  const group = ['c1', 'c2', 'mis', 'c3', 't1', 't2'].map((id) => standing.get(id)?.x ?? 0)
  expect(group).toEqual(group.toSorted((a, b) => a - b))
  expect(Array.from(svg.matchAll(/data-legend="([^"]*)"/gu), ([, key]) => key)).toEqual([
    'male',
    'female',
    'index',
    'deceased',
    'pregnancy',
    'miscarriage',
    'marriage',
    'divorced',
    'biological',
    'adopted',
    'identical-twins',
    'close',
    'conflict',
    'cut-off',
    'household',
  ])
})

test('for sharing: initials only; losses hidden where the client wishes it; as it was on a day', () => {
  const genogram = readGenogram(fixture)
  const shared = drawGenogram(genogram, { ...look, initials: true, hide: { losses: true } })
  expect(shared.svg).not.toMatch(/Anna Petrova|driver|House of the mother/u)
  expect(shared.svg).toMatch(/A\. P\./u)
  expect(shared.svg).not.toMatch(/data-person="mis"|Miscarriage|miscarriage/u)
  const then = drawGenogram(genogram, { ...look, day: '2000-06-01', asOf: true })
  expect(then.svg).not.toMatch(/class="slash"|data-person="c3"|data-union="u4"/u)
  expect(then.svg).toMatch(/data-person="c2"/u)
})

test.each([
  [{ persons: [] }, 'persons: nobody stands in it; write at least one person, such as { "id": "p1" }.'],
  [[], 'The file holds no object; write { "persons": [ … ], "unions": [ … ] }.'],
  [
    { persons: [{ id: 'a' }, { id: 'a' }] },
    'persons[1]: the person "a" stands in persons[0] already; keep one of them.',
  ],
  [
    { persons: [{ id: 'a', birth: '1970-13' }] },
    'persons[0].birth: "1970-13" is no date; write 1970, 1970-05 or 1970-05-01.',
  ],
  [
    { persons: [{ id: 'a' }], unions: [{ id: 'u', partnerA: 'a', partnerB: 'b' }] },
    'unions[0].partnerB: there is no person "b"; add them to persons, or mend the id.',
  ],
  [
    {
      persons: [{ id: 'a' }],
      unions: [{ id: 'u', partnerA: 'a' }],
      childLinks: [{ union: 'u', child: 'a' }],
    },
    'childLinks[0]: "a" would be an ancestor of themself; mend the child or the union of this link.',
  ],
])('what cannot be drawn is refused in one sentence (%#)', (given, sentence) => {
  expect(() => readGenogram(given)).toThrow(sentence)
})

const fixture = {
  persons: [
    { id: 'gf1', name: '王德福', sex: 1, birth: '1938', death: '2009' },
    { id: 'gm1', name: '李秀英', sex: 2, birth: '1941' },
    { id: 'gf2', name: 'Пётр', sex: 1, birth: '1942' },
    { id: 'gm2', name: 'Anna Petrova', sex: 2, birth: '1945' },
    { id: 'f', name: '王建军', sex: 1, birth: '1968', occupation: 'driver' },
    { id: 'm', name: '陈美玲', sex: 2, birth: '1971' },
    { id: 's', name: '赵丽', sex: 2, birth: '1980' },
    { id: 'c1', name: '王小红', sex: 2, birth: '1994-03-02' },
    { id: 'c2', name: '王小明', sex: 1, birth: '1997-05-01', index: true },
    { id: 'mis', birth: '1999', status: 'miscarriage' },
    { id: 'c3', name: '王小刚', sex: 1, birth: '2001' },
    { id: 't1', name: '王一', sex: 1, birth: '2003' },
    { id: 't2', name: '王二', sex: 1, birth: '2003' },
    { id: 'preg', status: 'pregnancy' },
  ],
  unions: [
    { id: 'u1', partnerA: 'gf1', partnerB: 'gm1', start: '1960' },
    { id: 'u2', partnerA: 'gf2', partnerB: 'gm2', start: '1965' },
    { id: 'u3', partnerA: 'f', partnerB: 'm', start: '1992', separation: '2005', divorce: '2006', order: 1 },
    { id: 'u4', partnerA: 'f', partnerB: 's', start: '2010', order: 2 },
  ],
  childLinks: [
    { union: 'u1', child: 'f' },
    { union: 'u2', child: 'm' },
    { union: 'u3', child: 'c1' },
    { union: 'u3', child: 'c2' },
    { union: 'u3', child: 'mis' },
    { union: 'u3', child: 'c3', kind: 'adopted' },
    { union: 'u3', child: 't1', twinGroup: 'a', twinIdentical: true },
    { union: 'u3', child: 't2', twinGroup: 'a', twinIdentical: true },
    { union: 'u4', child: 'preg' },
  ],
  ties: [
    { a: 'f', b: 'c2', kind: 'conflict' },
    { a: 'm', b: 'c2', kind: 'close' },
    { a: 'f', b: 'gf1', kind: 'cut-off' },
  ],
  households: [{ members: ['m', 'c1', 'c2', 'c3', 't1', 't2'], label: 'House of the mother' }],
}
