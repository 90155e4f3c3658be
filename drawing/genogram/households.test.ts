import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grown, lineMeets, type Point } from '../geometry.ts'
import { DrawingProblem } from '../reading.ts'
import { drawGenogram } from './draw.ts'
import { familyOf } from './genogram.factory.ts'
import { layoutOf } from './layout.ts'
import { shortNamesOf, sketchOf } from './measures.ts'
import type { Genogram } from './model.ts'
import { obstaclesOf } from './obstacles.ts'
import { readGenogram } from './read.ts'

const day = '2026-11-29'

/** Families of up to 40 people, some of whom live together, beside each other or scattered over the picture. */
const anyHouseholds = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(8), fc.nat(999), fc.nat(999)), { minLength: 10, maxLength: 60 }),
    fc.array(fc.array(fc.nat(39), { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([acts, homes]) => {
    const told = familyOf(acts, 40)
    const members = (home: number[]) => home.map((at) => told.persons[at % told.persons.length]?.['id'])
    return {
      ...told,
      households: homes.map((home) => ({ members: [...new Set(members(home))], label: 'Дом' })),
    }
  })
  .map(readOrNone)
  .filter((genogram) => genogram !== null)

function readOrNone(told: unknown): Genogram | null {
  try {
    return readGenogram(told)
  } catch (problem) {
    if (problem instanceof DrawingProblem) return null
    throw problem
  }
}

/** The straight pieces of the curves around households, each with whose it is. */
function piecesOf(svg: string): { from: Point; to: Point; of: string }[] {
  return Array.from(svg.matchAll(/<g data-household="([^"]*)"><path d="([^"]*)"/gu)).flatMap(
    ([, of = '', d = '']) =>
      d.split('M').flatMap((loop) => {
        const points = Array.from(loop.matchAll(/(-?[\d.]+) (-?[\d.]+)/gu), ([, x, y]) => ({
          x: Number(x),
          y: Number(y),
        }))
        return points.map((to, index) => ({ from: points.at(index - 1) ?? to, to, of }))
      }),
  )
}

/** Which texts a curve runs over; their boxes are a little wider and higher than what stands in them. */
function writtenOver(genogram: Genogram): string[] {
  const short = shortNamesOf(genogram.persons)
  const telling = { initials: false, income: false, day }
  const sketches = new Map(
    genogram.persons.map((person) => [person.id, sketchOf(person, telling, short.get(person.id) ?? '')]),
  )
  const { texts } = obstaclesOf(layoutOf(genogram, sketches))
  const pieces = piecesOf(drawGenogram(genogram, { language: 'en', day }).svg)
  return texts.flatMap(({ id, box }) =>
    pieces
      .filter(({ from, to }) => lineMeets(grown(box, -1), from, to))
      .slice(0, 1)
      .map(
        ({ of }) =>
          `the line around ${of} runs over what is written of ${id} at ${Math.round(box.left)} ${Math.round(box.top)}`,
      ),
  )
}

test('no line around a household runs over a year, a label or the words of a couple', () => {
  fc.assert(
    fc.property(anyHouseholds, (genogram) => {
      expect(writtenOver(genogram)).toEqual([])
    }),
    { numRuns: 40 },
  )
})
