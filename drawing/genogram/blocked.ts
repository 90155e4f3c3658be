import type { Box, Point } from '../geometry.ts'
import { lineMeets } from '../geometry.ts'
import type { Obstacles } from './obstacles.ts'

/** The width and the height of a cell of the picture. */
const cell = { width: 96, height: 64 }
const priceOfText = 260

type Thing = Readonly<{ id: string; box: Box; number: number }>
type Cell = Readonly<{ symbols: Thing[]; texts: Thing[] }>

/** The obstacles, found by the cells in which they stand: whether a straight line goes through any of them. */
export class Blocked {
  /** The cells of each band, from the left. */
  private readonly bands: Cell[][] = []
  /** By the number of each text: the line that asked for it last, as one that stands in two cells counts once. */
  private readonly askedBy: number[] = []
  private lines = 0

  constructor({ symbols, texts }: Obstacles) {
    for (const { id, clear } of symbols)
      for (const { symbols: here } of this.cellsOf(clear)) here.push({ id, box: clear, number: 0 })
    for (const { id, box } of texts) {
      const number = this.askedBy.push(0) - 1
      for (const { texts: here } of this.cellsOf(box)) here.push({ id, box, number })
    }
  }

  /**
   * What the straight line costs beyond its length; null where it would go through a symbol of anybody but the two whose
   * line it is. Texts count only where the line has to be read beside them.
   */
  costOf(from: Point, to: Point, own: readonly string[] = [], withTexts = true): number | null {
    this.lines++
    let cost = 0
    const isLevel = from.y === to.y
    const slope = isLevel ? 0 : (to.x - from.x) / (to.y - from.y)
    const reach = isLevel ? Number.POSITIVE_INFINITY : (Math.abs(slope) * cell.height) / 2 + 1
    const lastBand = bandAt(Math.max(from.y, to.y))
    for (let at = bandAt(Math.min(from.y, to.y)); at <= lastBand; at++) {
      const band = this.bands[at] ?? []
      const middle = from.x + ((at + 0.5) * cell.height - from.y) * slope
      const last = columnAt(Math.min(Math.max(from.x, to.x), middle + reach))
      for (
        let column = columnAt(Math.max(Math.min(from.x, to.x), middle - reach));
        column <= last;
        column++
      ) {
        const here = band[column]
        if (!here) continue
        for (const { box, id } of here.symbols) if (lineMeets(box, from, to) && !own.includes(id)) return null
        if (withTexts) cost += this.costOfTexts(here.texts, from, to)
      }
    }
    return cost
  }

  private costOfTexts(texts: readonly Thing[], from: Point, to: Point): number {
    let cost = 0
    for (const { box, number } of texts) {
      if (this.askedBy[number] === this.lines || !lineMeets(box, from, to)) continue
      this.askedBy[number] = this.lines
      cost += priceOfText
    }
    return cost
  }

  private cellsOf({ left, top, right, bottom }: Box): Cell[] {
    const found: Cell[] = []
    for (let at = bandAt(top); at <= bandAt(bottom); at++) {
      const band = (this.bands[at] ??= [])
      for (let column = columnAt(left); column <= columnAt(right); column++)
        found.push((band[column] ??= { symbols: [], texts: [] }))
    }
    return found
  }
}

const columnAt = (x: number) => Math.max(0, Math.floor(x / cell.width))
const bandAt = (y: number) => Math.max(0, Math.floor(y / cell.height))
