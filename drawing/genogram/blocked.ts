import type { Box, Point } from '../geometry.ts'
import { lineMeets } from '../geometry.ts'
import type { Obstacles } from './obstacles.ts'

/** The width of a strip of the picture. */
const strip = 96
const priceOfText = 260

type Thing = Readonly<{ id: string; box: Box; number: number; isText: boolean }>

/** The obstacles, found by the strip in which they stand: whether a straight line goes through any of them. */
export class Blocked {
  private readonly strips: Thing[][] = []
  /** By the number of each thing: the line that asked for it last, as a thing that stands in two strips counts once. */
  private readonly askedBy: number[] = []
  private lines = 0

  constructor({ symbols, texts }: Obstacles) {
    for (const { id, clear } of symbols) this.keep(id, clear, false)
    for (const { id, box } of texts) this.keep(id, box, true)
  }

  private keep(id: string, box: Box, isText: boolean) {
    const thing = { id, box, number: this.askedBy.push(0) - 1, isText }
    for (let at = stripAt(box.left); at <= stripAt(box.right); at++) (this.strips[at] ??= []).push(thing)
  }

  /**
   * What the straight line costs beyond its length; null where it would go through a symbol of anybody but the two whose
   * line it is. Texts count only where the line has to be read beside them.
   */
  costOf(from: Point, to: Point, own: readonly string[] = [], withTexts = true): number | null {
    this.lines++
    let cost = 0
    const [left, right] = from.x < to.x ? [from.x, to.x] : [to.x, from.x]
    for (let at = stripAt(left); at <= stripAt(right); at++)
      for (const thing of this.strips[at] ?? []) {
        if (this.askedBy[thing.number] === this.lines) continue
        this.askedBy[thing.number] = this.lines
        if (thing.isText && !withTexts) continue
        if (!lineMeets(thing.box, from, to)) continue
        if (thing.isText) cost += priceOfText
        else if (!own.includes(thing.id)) return null
      }
    return cost
  }
}

const stripAt = (x: number) => Math.max(0, Math.floor(x / strip))
