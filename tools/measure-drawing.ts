// `node --import tsx tools/measure-drawing.ts`: how long a genogram of 60 people takes, beside one of 5, in one run.
import fc from 'fast-check'
import { drawGenogram } from '../drawing/genogram/draw.ts'
import { familyOf } from '../drawing/genogram/genogram.factory.ts'
import type { Genogram } from '../drawing/genogram/model.ts'
import { readGenogram } from '../drawing/genogram/read.ts'
import { DrawingProblem } from '../drawing/reading.ts'

const families = new Map([5, 60].map((size) => [size, familiesOf(size, 6)]))

/** Families of about that size, always the same ones. */
function familiesOf(size: number, count: number): Genogram[] {
  const found: Genogram[] = []
  const act = fc.tuple(fc.nat(9), fc.nat(999), fc.nat(999))
  const acts = fc.array(act, { minLength: 2 * size, maxLength: 2 * size, size: 'max' })
  for (let seed = 1; found.length < count; seed++)
    for (const each of fc.sample(acts, { seed, numRuns: 10 })) {
      const told = familyOf(each, size)
      if (told.persons.length >= size && found.length < count) found.push(...readOrNone(told))
    }
  return found
}

function readOrNone(told: unknown): Genogram[] {
  try {
    return [readGenogram(told)]
  } catch (problem) {
    if (problem instanceof DrawingProblem) return []
    throw problem
  }
}

const look = { language: 'en', day: '2026-01-01' } as const
const timeOf = (family: Genogram) => {
  const start = performance.now()
  drawGenogram(family, look)
  return performance.now() - start
}

for (const list of families.values()) for (const family of list) timeOf(family)
console.log('people   drawings   median ms   worst ms')
for (const [size, list] of families) {
  const times = list
    .flatMap((family) => [timeOf(family), timeOf(family), timeOf(family)])
    .toSorted((a, b) => a - b)
  const [median = 0, worst = 0] = [times[Math.floor(times.length / 2)], times.at(-1)]
  console.log(
    `${String(size).padEnd(9)}${String(times.length).padEnd(11)}${median.toFixed(1).padEnd(12)}${worst.toFixed(1)}`,
  )
}
