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

  private fill({ left, top, right, bottom }: Box, value: number) {
    const [from, to] = [this.column(left), this.column(right)]
    for (let line = this.line(top); line < this.line(bottom); line++)
      this.painted.fill(value, line * this.columns + from, line * this.columns + Math.max(from, to))
  }

  private column(x: number) {
    return Math.max(1, Math.min(this.columns - 1, Math.round((x - this.left) / cell)))
  }

  private line(y: number) {
    return Math.max(1, Math.min(this.lines - 1, Math.round((y - this.top) / cell)))
  }

  /** Paints a line with round ends. */
  paintLine(from: Point, to: Point, half: number) {
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const length = dx * dx + dy * dy
    const lastLine = this.line(Math.max(from.y, to.y) + half)
    const lastColumn = this.column(Math.max(from.x, to.x) + half)
    for (let line = this.line(Math.min(from.y, to.y) - half); line <= lastLine; line++)
      for (let column = this.column(Math.min(from.x, to.x) - half); column <= lastColumn; column++) {
        const [x, y] = [this.left + column * cell - from.x, this.top + line * cell - from.y]
        const at = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length))
        if (Math.hypot(x - at * dx, y - at * dy) < half) this.painted[line * this.columns + column] = 1
      }
  }

  /** The borders of what is painted, each a closed way, its steps rounded off. */
  outlines(): Point[][] {
    const next = new Map<number, number[]>()
    const width = this.columns + 1
    for (let line = 1; line < this.lines; line++)
      for (let column = 1; column < this.columns; column++) {
        const at = line * this.columns + column
        if (this.painted[at] !== 1) continue
        const corner = line * width + column
        if (this.painted[at - this.columns] !== 1) push(next, corner, corner + 1)
        if (this.painted[at + 1] !== 1) push(next, corner + 1, corner + 1 + width)
        if (this.painted[at + this.columns] !== 1) push(next, corner + 1 + width, corner + width)
        if (this.painted[at - 1] !== 1) push(next, corner + width, corner)
      }
    return loopsOf(next).map((loop) =>
      smoothed(
        loop.map((corner) => ({
          x: this.left + ((corner % width) - 0.5) * cell,
          y: this.top + (Math.floor(corner / width) - 0.5) * cell,
        })),
      ),
    )
  }
}

function push(next: Map<number, number[]>, from: number, to: number) {
  const known = next.get(from)
  if (known) known.push(to)
  else next.set(from, [to])
}

function loopsOf(next: Map<number, number[]>): number[][] {
  const loops: number[][] = []
  for (const start of next.keys()) {
    const loop: number[] = []
    for (let at = next.get(start)?.pop(); at !== undefined; at = next.get(at)?.pop()) loop.push(at)
    if (loop.length > 0) loops.push(loop)
  }
  return loops
}

/** Each point moves to the mean of its neighbours. */
function smoothed(loop: readonly Point[]): Point[] {
  const reach = 2
  return loop.map((_, index) => {
    let [x, y] = [0, 0]
    for (let step = -reach; step <= reach; step++) {
      const point = loop[(index + step + loop.length) % loop.length]
      x += point?.x ?? 0
      y += point?.y ?? 0
    }
    return { x: x / (2 * reach + 1), y: y / (2 * reach + 1) }
  })
}
