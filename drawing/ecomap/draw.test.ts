import { expect, test } from 'vitest'
import { boxesMeet } from '../geometry.ts'
import { drawEcomap } from './draw.ts'
import { ecomapLayout } from './layout.ts'
import { measuresOf } from './measures.ts'
import { readEcomap } from './read.ts'

const look = { language: 'en', day: '2026-11-29' } as const
const names = [
  'Grandmother',
  'Neighbour',
  'School',
  'Clinic',
  'Centre of social help',
  'Work',
  'Uncle',
  'Club',
  'Court',
]
const domains = [
  'family',
  'neighbours',
  'school',
  'health',
  'services',
  'work',
  'family',
  'leisure',
  'justice',
]
const fixture = {
  centre: { id: 'h', name: 'Family', members: [{ id: 'a', name: 'Anna', sex: 2 }] },
  systems: names.map((name, index) => ({ id: `s${index}`, name, domain: domains[index] })),
  links: [
    { system: 's0', strength: 'strong', flow: 'both' },
    { system: 's1', strength: 'strong', flow: 'out' },
    { system: 's2', strength: 'tenuous', stress: 2 },
    { system: 's3', strength: 'strong' },
    { system: 's4', strength: 'tenuous', memberOrHousehold: 'a' },
    { system: 's5', strength: 'ordinary', stress: 1 },
    { system: 's6' },
    { system: 's7' },
    { system: 's8' },
  ],
}

test('the fixture of the specification: nine circles, the lines of their links, heads at the right ends', () => {
  const ecomap = readEcomap(fixture)
  const { svg, width, height } = drawEcomap(ecomap, look)
  const links = Array.from(svg.matchAll(/data-link="(\w+)" class="link ([^"]*)"/gu), ([, id, kind]) => [
    id,
    kind,
  ])
  expect(Array.from(svg.matchAll(/data-system=/gu))).toHaveLength(9)
  expect(links.filter(([, kind]) => kind?.startsWith('strong '))).toHaveLength(3)
  expect(links.filter(([, kind]) => kind?.startsWith('tenuous '))).toHaveLength(2)
  expect(links.filter(([, kind]) => kind?.includes('stressful'))).toHaveLength(2)
  const [both = '', out = ''] = Array.from(
    svg.matchAll(/<path class="flow (?:both|out)"[^>]*>/gu),
    ([whole]) => whole,
  )
  expect(both).toMatch(/marker-start.*marker-end/u)
  expect(out).toMatch(/marker-end/u)
  expect(out).not.toMatch(/marker-start/u)
  const boxes = ecomapLayout(ecomap).systems.map(({ x, y, r }) => ({
    left: x - r,
    top: y - r,
    right: x + r,
    bottom: y + r,
  }))
  expect(boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => boxesMeet(a, b)))).toEqual([])
  expect(width <= 1200 && height <= 900).toBe(true)
})

test('a note lies above every line, so that none runs over its words', () => {
  const links = fixture.links.map((link) => ({ ...link, note: 'Helps every week with the children' }))
  const { svg } = drawEcomap(readEcomap({ ...fixture, links }), look)
  const drawn = svg.slice(svg.indexOf('class="centre"'))
  expect(drawn.indexOf('Helps every')).toBeGreaterThan(drawn.lastIndexOf('data-link='))
})

test('the measures: shares, balance, formal and informal, what is empty', () => {
  expect(measuresOf(readEcomap(fixture))).toEqual({
    links: 9,
    strong: 3 / 9,
    stressful: 2 / 9,
    balance: -1,
    formal: 5,
    informal: 4,
    emptyDomains: ['friends', 'community', 'faith', 'finance', 'housing'],
  })
})

test('what cannot be drawn is refused in one sentence; forty systems still find room', () => {
  expect(() => readEcomap({ links: [{ system: 'x' }] })).toThrow(
    'links[0].system: there is no system "x"; add it to systems, or mend the id.',
  )
  expect(() => readEcomap({ ...fixture, links: [{ system: 's0', stress: 4 }] })).toThrow(
    'write 0, 1, 2 or 3.',
  )
  const many = readEcomap({
    systems: Array.from({ length: 40 }, (_, index) => ({ id: index, name: `System ${index}` })),
  })
  const { systems } = ecomapLayout(many)
  const near = systems.flatMap((a, index) =>
    systems.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r),
  )
  expect(near).toEqual([])
})
