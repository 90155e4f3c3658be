import { type Box, boxAround, distance, extentOf, grown, lineMeets, type Point } from '../geometry.ts'
import type { Standing } from './layout.ts'
import { labelBox, type Obstacles, symbolBox, yearBoxes } from './obstacles.ts'
import type { Routes } from './routes.ts'
import { cell, Grid } from './grid.ts'

const rim = 11
const corridorHalf = rim - 3

/** So much room lies at least between a line and what is written. */
const beside = 4

/** What is written of somebody, or of a couple. */
type Text = Obstacles['texts'][number]

/**
 * The closed curves around the people who live together: one around all of them, drawn around whoever stands between and is
 * none of them. No line goes through words: what is written of others is left out, but where a corridor passes it, which
 * would be cut through, the curve is drawn around it.
 */
export function householdCurves(
  members: readonly Standing[],
  others: readonly Standing[],
  texts: readonly Text[],
  routes: Routes,
): Point[][] {
  const runs = runsOf(members, others)
  const corridors = corridorsOf(runs, routes)
  const own = new Set(members.map(({ sketch }) => sketch.person.id))
  const [inside, foreign] = [texts.filter(({ id }) => own.has(id)), texts.filter(({ id }) => !own.has(id))]
  const passed = foreign.filter(({ box }) => {
    const near = grown(box, corridorHalf + cell)
    return corridors.some(([from, to]) => lineMeets(near, from, to))
  })
  const boxes = runs.flatMap(boxesOfRun)
  const ends = corridors.flat().map(({ x, y }) => ({ left: x, top: y, right: x, bottom: y }))
  const around = boxAround([...boxes, ...ends, ...passed.map(({ box }) => box)])
  if (!around) return []
  const grid = new Grid(grown(around, rim + 3 * cell))
  for (const [from, to] of corridors) grid.paintLine(from, to, corridorHalf)
  for (const box of boxes) grid.paint(box)
  for (const { box } of foreign) grid.clear(grown(box, beside))
  for (const each of others) grid.clear(grown(symbolBox(each), 5))
  for (const each of members) grid.paint(grown(symbolBox(each), 3))
  for (const { box } of [...passed, ...inside]) grid.paint(grown(box, beside))
  return grid.outlines().filter((loop) => !isHole(loop) || others.some((each) => isAround(loop, each)))
}

/** Whether a curve runs around something that is left out: against the clock. */
function isHole(loop: readonly Point[]): boolean {
  let area = 0
  loop.forEach((to, index) => {
    const from = loop.at(index - 1) ?? to
    area += from.x * to.y - to.x * from.y
  })
  return area < 0
}

function isAround(loop: readonly Point[], { x, y }: Point): boolean {
  const box = extentOf(loop)
  return box !== null && box.left < x && x < box.right && box.top < y && y < box.bottom
}

/** Members who stand beside each other with nobody else between them. */
function runsOf(members: readonly Standing[], others: readonly Standing[]): Standing[][] {
  const runs: Standing[][] = []
  for (const each of members.toSorted((a, b) => a.row - b.row || a.x - b.x)) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const isNext =
      last?.row === each.row && !others.some(({ row, x }) => row === each.row && last.x < x && x < each.x)
    if (run && isNext) run.push(each)
    else runs.push([each])
  }
  return runs
}

/** One box over the symbols of a run, one over its labels, and what joins both. */
function boxesOfRun(run: readonly Standing[]): Box[] {
  const labels = run.flatMap((each) => labelBox(each) ?? [])
  const around = [boxAround(run.map(symbolBox)), boxAround(labels), boxAround(run.flatMap(yearBoxes))]
  const joints = run.map((each) => ({ ...symbolBox(each), bottom: labelBox(each)?.bottom ?? each.y }))
  return [...around.flatMap((box, index) => (box ? [grown(box, index === 0 ? rim : beside)] : [])), ...joints]
}

/** The shortest corridors that join all runs: each next one from whoever of the joined stands nearest. */
function corridorsOf(runs: readonly (readonly Standing[])[], routes: Routes): (readonly [Point, Point])[] {
  const [first, ...left] = runs
  const joined = [...(first ?? [])]
  const corridors: (readonly [Point, Point])[] = []
  while (left.length > 0) {
    const pairs = left.flatMap((run) =>
      run.flatMap((to) => joined.map((from) => ({ run, from, to, length: distance(from, to) }))),
    )
    const [pair] = pairs.toSorted((a, b) => a.length - b.length)
    if (!pair) break
    const way = routes.corridor(pair.from, pair.to)
    way.slice(1).forEach((to, index) => corridors.push([way[index] ?? to, to]))
    joined.push(...pair.run)
    left.splice(left.indexOf(pair.run), 1)
  }
  return corridors
}
