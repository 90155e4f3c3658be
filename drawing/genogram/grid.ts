import type { Box, Point } from '../geometry.ts'

/** The side of a cell, in pixels. */
export const cell = 4

/** A part of the picture in fine cells, to be painted, and the borders of what is painted. */
export class Grid {
  private readonly left: number
  private readonly top: number
  private readonly columns: number
  private readonly lines: number
  private readonly painted: Uint8Array

  constructor({ left, top, right, bottom }: Box) {
    this.left = left
    this.top = top
    this.columns = Math.ceil((right - left) / cell) + 1
    this.lines = Math.ceil((bottom - top) / cell) + 1
    this.painted = new Uint8Array(this.columns * this.lines)
  }

  paint(box: Box) {
    this.fill(box, 1)
  }

  clear(box: Box) {
    this.fill(box, 0)
  }

  /** Every cell that the box touches. */
  private fill({ left, top, right, bottom }: Box, value: number) {
    const [from, to] = [this.column(left), this.column(right) + 1]
    const last = this.line(bottom)
    for (let line = this.line(top); line <= last; line++)
      this.painted.fill(value, line * this.columns + from, line * this.columns + to)
  }

  private column(x: number) {
    return this.within(Math.round((x - this.left) / cell))
  }

  private line(y: number) {
    return Math.max(1, Math.min(this.lines - 1, Math.round((y - this.top) / cell)))
  }

  /** Paints a line with round ends, scan by scan: on each of them what it covers is one stretch. */
  paintLine(from: Point, to: Point, half: number) {
    const lastLine = this.line(Math.max(from.y, to.y) + half)
    for (let line = this.line(Math.min(from.y, to.y) - half); line <= lastLine; line++) {
      const y = this.top + line * cell
      const stretches = [roundEnd(from, y, half), roundEnd(to, y, half), band(from, to, y, half)]
      const [left, right] = [
        Math.min(...stretches.map(([begin]) => begin)),
        Math.max(...stretches.map(([, end]) => end)),
      ]
      if (left > right) continue
      const row = line * this.columns
      this.painted.fill(
        1,
        row + this.within(Math.ceil((left - this.left) / cell)),
        row + this.within(Math.floor((right - this.left) / cell)) + 1,
      )
    }
  }

  private within(column: number) {
    return Math.max(1, Math.min(this.columns - 1, column))
  }

  /** The borders of what is painted, each a closed way, its steps rounded off. */
  outlines(): Point[][] {
    const { painted, columns } = this
    const width = columns + 1
    const steps = new Steps(width, this.lines + 1)
    let at = painted.indexOf(1)
    while (at >= 0) {
      const corner = at + Math.floor(at / columns)
      if (painted[at - columns] !== 1) steps.add(corner, towards.right)
      if (painted[at + 1] !== 1) steps.add(corner + 1, towards.down)
      if (painted[at + columns] !== 1) steps.add(corner + 1 + width, towards.left)
      if (painted[at - 1] !== 1) steps.add(corner + width, towards.up)
      at = painted[at + 1] === 1 ? at + 1 : painted.indexOf(1, at + 1)
    }
    return steps.loops().map((loop) => {
      const [xs, ys] = [new Float64Array(loop.length), new Float64Array(loop.length)]
      for (const [index, corner] of loop.entries()) {
        xs[index] = this.left + ((corner % width) - 0.5) * cell
        ys[index] = this.top + (Math.floor(corner / width) - 0.5) * cell
      }
      return smoothed(xs, ys)
    })
  }
}

const towards = { right: 1, down: 2, left: 3, up: 4 }

/** Steps along a border from corner to corner; from each corner lead two at most. */
class Steps {
  /** By the corner: into which direction the first step leads, and, three bits higher, the second. */
  private readonly ways: Uint8Array
  private readonly starts: number[] = []
  /** How far from a corner its neighbour in each direction lies; 0 in none. */
  private readonly lengths: readonly number[]

  constructor(width: number, lines: number) {
    this.ways = new Uint8Array(width * lines)
    this.lengths = [0, 1, width, -1, -width]
  }

  add(from: number, direction: number) {
    const known = this.ways[from] ?? 0
    if (known === 0) this.starts.push(from)
    this.ways[from] = known === 0 ? direction : known | (direction << 3)
  }

  /** Takes out the step that was added last from a corner, and says where it leads; 0 where none is left. */
  private take(from: number): number {
    const known = this.ways[from] ?? 0
    const second = known >> 3
    this.ways[from] = second === 0 ? 0 : known & 7
    const length = this.lengths[second === 0 ? known : second] ?? 0
    return length === 0 ? 0 : from + length
  }

  loops(): number[][] {
    const loops: number[][] = []
    for (const start of this.starts) {
      const loop: number[] = []
      for (let at = this.take(start); at !== 0; at = this.take(at)) loop.push(at)
      if (loop.length > 0) loops.push(loop)
    }
    return loops
  }
}

type Stretch = readonly [begin: number, end: number]
const nothing: Stretch = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]

/** Which stretch of a scan the round end of a line covers. */
function roundEnd({ x, y }: Point, scan: number, half: number): Stretch {
  const reach = half ** 2 - (scan - y) ** 2
  return reach <= 0 ? nothing : [x - Math.sqrt(reach), x + Math.sqrt(reach)]
}

/** Which stretch of a scan the line itself covers: near enough to it, and between its ends. */
function band(from: Point, to: Point, scan: number, half: number): Stretch {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length === 0) return nothing
  const down = scan - from.y
  const near = between(-dy, dx * down, half * length)
  const along = between(dx, dy * down - length ** 2 / 2, length ** 2 / 2)
  const [begin, end] = [Math.max(near[0], along[0]), Math.min(near[1], along[1])]
  return begin > end ? nothing : [from.x + begin, from.x + end]
}

/** Between which x the line `slope · x + start` stays no further from nothing than `most`. */
function between(slope: number, start: number, most: number): Stretch {
  if (slope === 0)
    return Math.abs(start) <= most ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : nothing
  const [one, other] = [(-most - start) / slope, (most - start) / slope]
  return one < other ? [one, other] : [other, one]
}

/** So many points of a straight border are left out, but for one that may carry a word. */
const stride = 12

/** Each point moves to the mean of its neighbours; of straight stretches only a few points stay. */
function smoothed(xs: Float64Array, ys: Float64Array): Point[] {
  const reach = 2
  const count = xs.length
  const wrap = (index: number) => (index + count) % count
  const isLevel = (of: Float64Array, index: number) => {
    const here = of[index]
    return of[wrap(index - reach - 1)] === here && here === of[wrap(index + reach + 1)]
  }
  const mean = (of: Float64Array, index: number) => {
    let sum = 0
    for (let step = -reach; step <= reach; step++) sum += of[wrap(index + step)] ?? 0
    return sum / (2 * reach + 1)
  }
  const points: Point[] = []
  for (let index = 0; index < count; index++)
    if (index % stride === 0 || !(isLevel(xs, index) || isLevel(ys, index)))
      points.push({ x: mean(xs, index), y: mean(ys, index) })
  return points
}
