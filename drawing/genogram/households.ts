import { type Box, boxAround, distance, grown, type Point } from '../geometry.ts'
import type { Standing } from './layout.ts'
import { labelBox, symbolBox, yearBoxes } from './obstacles.ts'
import type { Routes } from './routes.ts'

const cell = 4
const rim = 11

/** Whether something belongs into the curve: the symbols and labels of the members, and a corridor from one to the next. */
type Inside = (point: Point) => boolean

/**
 * The closed curves around the people who live together: one around all of them, drawn around whoever stands between and is
 * none of them.
 */
export function householdCurves(
  members: readonly Standing[],
  others: readonly Standing[],
  routes: Routes,
): Point[][] {
  const boxes = runsOf(members, others).flatMap(boxesOfRun)
  const corridors = corridorsOf(members, routes)
  const strangers = others.map((each) => grown(symbolBox(each), 5))
  const inside: Inside = (point) =>
    boxes.some((box) => within(box, point)) ||
    (corridors.some(([from, to]) => nearLine(from, to, point) < rim - 3) &&
      !strangers.some((box) => within(box, point)))
  const around = grown(
    {
      left: Math.min(...boxes.map(({ left }) => left), ...corridors.flat().map(({ x }) => x)),
      top: Math.min(...boxes.map(({ top }) => top), ...corridors.flat().map(({ y }) => y)),
      right: Math.max(...boxes.map(({ right }) => right), ...corridors.flat().map(({ x }) => x)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom), ...corridors.flat().map(({ y }) => y)),
    },
    rim + cell,
  )
  return outlines(inside, around).filter((loop) => loop.length > 12)
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
  return [...around.flatMap((box, index) => (box ? [grown(box, index === 0 ? rim : 3)] : [])), ...joints]
}

const within = ({ left, top, right, bottom }: Box, { x, y }: Point) =>
  left < x && x < right && top < y && y < bottom

/** The shortest corridors that join all members: each next one from whoever of the joined stands nearest. */
function corridorsOf(members: readonly Standing[], routes: Routes): (readonly [Point, Point])[] {
  const [first, ...left] = members
  const joined = first ? [first] : []
  const corridors: (readonly [Point, Point])[] = []
  while (left.length > 0) {
    const pairs = left.flatMap((to) => joined.map((from) => ({ from, to, length: distance(from, to) })))
    const [pair] = pairs.toSorted((a, b) => a.length - b.length)
    if (!pair) break
    const way = routes.corridor(pair.from, pair.to)
    way.slice(1).forEach((to, index) => corridors.push([way[index] ?? to, to]))
    joined.push(pair.to)
    left.splice(left.indexOf(pair.to), 1)
  }
  return corridors
}

function nearLine(from: Point, to: Point, { x, y }: Point): number {
  const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2
  const at = length === 0 ? 0 : ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length
  const part = Math.max(0, Math.min(1, at))
  return Math.hypot(x - from.x - part * (to.x - from.x), y - from.y - part * (to.y - from.y))
}

/** The borders of what is inside, walked along the cells of a fine grid. */
function outlines(inside: Inside, { left, top, right, bottom }: Box): Point[][] {
  const [columns, lines] = [Math.ceil((right - left) / cell) + 1, Math.ceil((bottom - top) / cell) + 1]
  const taken = new Uint8Array(columns * lines)
  for (let row = 1; row < lines - 1; row++)
    for (let column = 1; column < columns - 1; column++)
      if (inside({ x: left + column * cell, y: top + row * cell })) taken[row * columns + column] = 1
  const is = (column: number, row: number) => taken[row * columns + column] === 1
  const next = new Map<string, Point>()
  const edge = (x1: number, y1: number, x2: number, y2: number) => next.set(`${x1} ${y1} ${next.has(`${x1} ${y1}`) ? 'b' : ''}`, { x: x2, y: y2 })
  for (let row = 0; row < lines; row++)
    for (let column = 0; column < columns; column++) {
      if (!is(column, row)) continue
      if (!is(column, row - 1)) edge(column, row, column + 1, row)
      if (!is(column + 1, row)) edge(column + 1, row, column + 1, row + 1)
      if (!is(column, row + 1)) edge(column + 1, row + 1, column, row + 1)
      if (!is(column - 1, row)) edge(column, row + 1, column, row)
    }
  return loopsOf(next).map((loop) =>
    smoothed(loop).map(({ x, y }) => ({ x: left + (x - 0.5) * cell, y: top + (y - 0.5) * cell })),
  )
}

function loopsOf(next: Map<string, Point>): Point[][] {
  const loops: Point[][] = []
  const take = ({ x, y }: Point) => {
    for (const key of [`${x} ${y} `, `${x} ${y} b`]) {
      const to = next.get(key)
      if (to) {
        next.delete(key)
        return to
      }
    }
    return null
  }
  for (const key of [...next.keys()]) {
    if (!next.has(key)) continue
    const [x = 0, y = 0] = key.split(' ').map(Number)
    const loop: Point[] = []
    for (let at: Point | null = { x, y }; at; at = take(at)) loop.push(at)
    loops.push(loop)
  }
  return loops
}

/** Rounds the steps of the grid off: each point moves to the mean of its neighbours. */
function smoothed(loop: readonly Point[]): Point[] {
  const reach = 2
  return loop.map((_, index) => {
    let [x, y] = [0, 0]
    for (let step = -reach; step <= reach; step++) {
      const point = loop[(index + step + loop.length) % loop.length] ?? { x: 0, y: 0 }
      x += point.x
      y += point.y
    }
    return { x: x / (2 * reach + 1), y: y / (2 * reach + 1) }
  })
}
