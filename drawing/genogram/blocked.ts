import type { Box, Point } from '../geometry.ts'
import { lineMeets } from '../geometry.ts'
import type { Obstacles } from './obstacles.ts'

/** The width of a strip of the picture. */
const strip = 96
const priceOfText = 260

type Thing = Readonly<{ id: string; box: Box; number: number }>

/** The obstacles, found by the strip in which they stand: whether a straight line goes through any of them. */
export class Blocked {
  private readonly symbols: Thing[][] = []
  private readonly texts: Thing[][] = []
  /** By the number of each text: the line that asked for it last, as one that stands in two strips counts once. */
  private readonly askedBy: number[] = []
  private lines = 0

  constructor({ symbols, texts }: Obstacles) {
    for (const { id, clear } of symbols) keep(this.symbols, { id, box: clear, number: 0 })
    for (const { id, box } of texts) keep(this.texts, { id, box, number: this.askedBy.push(0) - 1 })
  }

  /**
   * What the straight line costs beyond its length; null where it would go through a symbol of anybody but the two whose
   * line it is. Texts count only where the line has to be read beside them.
   */
  costOf(from: Point, to: Point, own: readonly string[] = [], withTexts = true): number | null {
    const first = stripAt(Math.min(from.x, to.x))
    const last = stripAt(Math.max(from.x, to.x))
    for (let at = first; at <= last; at++)
      for (const { box, id } of this.symbols[at] ?? [])
        if (lineMeets(box, from, to) && !own.includes(id)) return null
    return withTexts ? this.costOfTexts(from, to, first, last) : 0
  }

  private costOfTexts(from: Point, to: Point, first: number, last: number): number {
    this.lines++
    let cost = 0
    for (let at = first; at <= last; at++)
      for (const { box, number } of this.texts[at] ?? []) {
        if (this.askedBy[number] === this.lines || !lineMeets(box, from, to)) continue
        this.askedBy[number] = this.lines
        cost += priceOfText
      }
    return cost
  }
}

function keep(strips: Thing[][], thing: Thing) {
  for (let at = stripAt(thing.box.left); at <= stripAt(thing.box.right); at++) (strips[at] ??= []).push(thing)
}

const stripAt = (x: number) => Math.max(0, Math.floor(x / strip))
