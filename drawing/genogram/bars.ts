import { aloneReach, type Hanging } from './hangings.ts'
import { type Sketch, sizes, unit } from './measures.ts'
import { byId } from './model.ts'

/** The bar of a couple below its row. */
export type Bar = Readonly<{
  hanging: Hanging
  left: number
  right: number
  /** Where the line to the children hangs down. */
  drop: number
  /** 0 is the bar nearest to the symbols. */
  level: number
}>

/** How deep below the middle of the symbols a bar of this level lies. */
export const depthOf = (level: number): number => sizes.barDepth + 20 + sizes.barStep * level

/** The bars of one row. Bars that meet lie at different depths, the shorter one nearer to the symbols. */
export function barsOf(
  hangings: readonly Hanging[],
  x: ReadonlyMap<string, number>,
  sketches: ReadonlyMap<string, Sketch>,
): Bar[] {
  const placed = hangings.map((hanging) => {
    const at = (id: string | null) => x.get(id ?? '') ?? 0
    const { union, left, right, alone } = hanging
    if (alone || right === null) {
      const drop = at(left) + aloneReach(sketches.get(left))
      return { hanging, left: at(left), right: drop, drop }
    }
    const ends = [at(union.partnerA), at(union.partnerB)]
    return { hanging, left: Math.min(...ends), right: Math.max(...ends), drop: (at(left) + at(right)) / 2 }
  })
  const bars: Bar[] = []
  const shortFirst = placed.toSorted(
    (a, b) => a.right - a.left - (b.right - b.left) || byId(a.hanging.union.id, b.hanging.union.id),
  )
  for (const each of shortFirst) {
    const taken = new Set(
      bars.filter(({ left, right }) => left <= each.right && each.left <= right).map(({ level }) => level),
    )
    let level = 0
    while (taken.has(level)) level++
    bars.push({ ...each, drop: each.drop + besides(bars, each) * 12, level })
  }
  return bars
}

/** How many couples hang in the same gap already: the lines to their children must not lie on each other. */
const besides = (bars: readonly Bar[], { hanging }: Readonly<{ hanging: Hanging }>) =>
  bars.filter(
    (bar) =>
      bar.hanging.left === hanging.left &&
      bar.hanging.right === hanging.right &&
      bar.hanging.alone === hanging.alone,
  ).length

/**
 * How far below the middle of the symbol a label begins: under every bar that passes over it, and at one height in a row,
 * whatever the size of the symbol.
 */
export function labelTopOf(sketch: Sketch, x: number, bars: readonly Bar[]): number {
  const over = bars.filter(
    ({ left, right }) => left < x + sketch.labelHalf + 4 && x - sketch.labelHalf - 4 < right,
  )
  return over.length === 0 ? unit / 2 + 8 : depthOf(Math.max(...over.map(({ level }) => level))) + 6
}
