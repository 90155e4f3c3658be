import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxesMeet, lineMeets, type Box, type Point } from '../geometry.ts'
import { DrawingProblem } from '../reading.ts'
import { drawGenogram } from './draw.ts'
import { anyFamily, type Told } from './genogram.factory.ts'
import { layoutOf, type Standing } from './layout.ts'
import { shortNamesOf, sketchOf } from './measures.ts'
import type { Genogram } from './model.ts'
import { labelBox, obstaclesOf, symbolBox, yearBoxes } from './obstacles.ts'
import { readGenogram } from './read.ts'

const day = '2026-11-29'
const look = { language: 'en', day } as const

function readOr(told: Told): Genogram | null {
  try {
    return readGenogram(told)
  } catch (problem) {
    if (problem instanceof DrawingProblem) return null
    throw problem
  }
}

function laidOut(genogram: Genogram) {
  const short = shortNamesOf(genogram.persons)
  const sketches = new Map(
    genogram.persons.map((person) => [person.id, sketchOf(person, { initials: false, income: false, day }, short.get(person.id) ?? '')]),
  )
  return layoutOf(genogram, sketches)
}

/** The lines of a picture that are no part of a person and no legend, as pieces of straight line. */
function piecesOf(svg: string): { from: Point; to: Point; of: string }[] {
  const [, lines = ''] = /<g class="households">(.*?)<g class="people">/su.exec(svg) ?? []
  return Array.from(lines.matchAll(/<path[^>]* d="([^"]*)"/gu)).flatMap(([, d = '']) => {
    const parts = d.split('M').filter((part) => part !== '')
    return parts.flatMap((part) => {
      const points = part.replace('Z', '').split('L').map((pair) => {
        const [x = 0, y = 0] = pair.split(' ').map(Number)
        return { x, y }
      })
      return points.slice(1).map((to, index) => ({ from: points[index] ?? to, to, of: d.slice(0, 80) }))
    })
  })
}

/** What of a symbol no line may enter: the square, or what a circle and a diamond surely cover. */
function core({ x, y, sketch: { person, half } }: Standing): Box {
  const reach = (person.index ? half - 4 : half) * (person.sex === 'male' ? 1 : person.sex === 'female' ? 0.68 : 0.45) - 2
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
}

const boxesOf = (each: Standing): Box[] => [symbolBox(each), ...yearBoxes(each), ...[labelBox(each) ?? []].flat()]

test('families of all kinds: everybody once, nothing covers anything, no line through a symbol', () => {
  fc.assert(
    fc.property(anyFamily, (told) => {
      const genogram = readOr(told)
      if (!genogram) return
      const { svg } = drawGenogram(genogram, look)
      const drawn = Array.from(svg.matchAll(/data-person="([^"]*)"/gu), ([, id]) => id)
      expect(drawn.toSorted()).toEqual(genogram.persons.map(({ id }) => id).toSorted())
      const layout = laidOut(genogram)
      const people = [...layout.standing.values()]
      const boxes = people.flatMap((each) => boxesOf(each).map((box) => ({ id: each.sketch.person.id, box })))
      boxes.push(...obstaclesOf(layout).texts.filter(({ id }) => id.startsWith('u')))
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1))
          if (a.id !== b.id && boxesMeet(a.box, b.box)) expect.fail(`${a.id} and ${b.id} cover each other`)
      const pieces = piecesOf(svg)
      for (const each of people)
        for (const { from, to, of } of pieces)
          if (lineMeets(core(each), from, to)) expect.fail(`a line goes through ${each.sketch.person.id}: ${of}`)
    }),
    { numRuns: 60 },
  )
})

test('men stand left, the eldest left, partners in one row, children below', () => {
  fc.assert(
    fc.property(anyFamily, (told) => {
      const genogram = readOr(told)
      if (!genogram) return
      const { standing } = laidOut(genogram)
      const at = (id: string | null) => standing.get(id ?? '') ?? expect.fail(`${id} is not there`)
      const before = new Map<string, Set<string>>()
      const note = (left: string, right: string) => before.set(left, (before.get(left) ?? new Set()).add(right))
      for (const { id, partnerA, partnerB } of genogram.unions) {
        const [a, b] = [at(partnerA), at(partnerB)]
        const [man, woman] = a.sketch.person.sex === 'male' ? [a, b] : [b, a]
        if (a.row === b.row && man.sketch.person.sex === 'male' && woman.sketch.person.sex === 'female') {
          expect(man.x).toBeLessThan(woman.x)
          note(man.sketch.person.id, woman.sketch.person.id)
        }
        for (const { union, child } of genogram.childLinks)
          if (union === id) expect(at(child).row).toBeGreaterThan(Math.max(a.row, b.row))
      }
      const groups = genogram.unions.map(({ id }) => {
        const children = genogram.childLinks.filter(({ union }) => union === id).map(({ child }) => at(child))
        return children.flatMap((a) => children.flatMap((b) => (isElder(a, b) && a.row === b.row ? [[a, b] as const] : [])))
      })
      for (const [a, b] of groups.flat()) if (a.x < b.x) note(a.sketch.person.id, b.sketch.person.id)
      for (const [a, b] of groups.flat())
        if (a.x > b.x && !leads(before, b.sketch.person.id, a.sketch.person.id))
          expect.fail(`${a.sketch.person.id} is older than ${b.sketch.person.id} and stands right`)
    }),
    { numRuns: 60 },
  )
})

const isElder = (a: Standing, b: Standing) =>
  a.sketch.person.birth !== null && b.sketch.person.birth !== null && a.sketch.person.birth < b.sketch.person.birth

function leads(before: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string) {
  const seen = new Set([from])
  for (const each of seen) for (const next of before.get(each) ?? []) seen.add(next)
  return seen.has(to)
}

test('the same family gives the same picture, in whatever order its rows come', () => {
  fc.assert(
    fc.property(anyFamily, fc.nat(), (told, seed) => {
      const genogram = readOr(told)
      if (!genogram) return
      const shuffled = <Each>(list: Each[]) =>
        list.map((each, index) => ({ each, key: (index * 7919 + seed) % 101 })).toSorted((a, b) => a.key - b.key).map(({ each }) => each)
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
