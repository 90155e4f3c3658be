import { type Box, type Point, lineMeets } from '../geometry.ts'
import { widthOf } from '../text.ts'
import type { Layout, Standing } from './layout.ts'
import { barWords, sizes, unit } from './measures.ts'

/** What a line between two people must not cross, and what it should not. */
export type Obstacles = Readonly<{
  symbols: readonly Readonly<{ id: string; box: Box }>[]
  /** Labels, years and words, each with whom it belongs to. */
  texts: readonly Readonly<{ id: string; box: Box }>[]
}>

export const symbolBox = ({ x, y, sketch: { half } }: Standing): Box => ({
  left: x - half,
  top: y - half,
  right: x + half,
  bottom: y + half,
})

/** The box of the lines below a symbol; null where there are none. */
export const labelBox = ({ x, labelTop, sketch: { labelHalf, lines } }: Standing): Box | null =>
  lines.length === 0
    ? null
    : { left: x - labelHalf, top: labelTop, right: x + labelHalf, bottom: labelTop + lines.length * sizes.line }

/** The boxes of the years above a symbol. */
export function yearBoxes({ x, y, sketch: { birth, death } }: Standing): Box[] {
  const [top, bottom] = [y - unit / 2 - 19, y - unit / 2 - 7]
  return [
    ...(birth === '' ? [] : [{ left: x - 7 - widthOf(birth, sizes.small), top, right: x - 7, bottom }]),
    ...(death === '' ? [] : [{ left: x + 7, top, right: x + 7 + widthOf(death, sizes.small), bottom }]),
  ]
}

export function obstaclesOf({ standing, bars }: Layout): Obstacles {
  const people = [...standing.values()]
  const texts = people.flatMap((each) => {
    const label = labelBox(each)
    return [...(label ? [label] : []), ...yearBoxes(each)].map((box) => ({ id: each.sketch.person.id, box }))
  })
  const words = bars.flatMap(({ hanging: { union, alone }, drop, wordsY }) => {
    const text = alone ? '' : barWords(union)
    const half = widthOf(text, sizes.small) / 2
    return text === ''
      ? []
      : [{ id: union.id, box: { left: drop - half, top: wordsY - 10, right: drop + half, bottom: wordsY + 2 } }]
  })
  return {
    symbols: people.map((each) => ({ id: each.sketch.person.id, box: symbolBox(each) })),
    texts: [...texts, ...words],
  }
}

/** What the straight line costs beyond its length; null where it would go through a symbol. */
export function costOf({ symbols, texts }: Obstacles, from: Point, to: Point): number | null {
  if (symbols.some(({ box }) => lineMeets(grownBy6(box), from, to))) return null
  return texts.filter(({ box }) => lineMeets(box, from, to)).length * 260
}

const grownBy6 = ({ left, top, right, bottom }: Box): Box => ({
  left: left - 6,
  top: top - 6,
  right: right + 6,
  bottom: bottom + 6,
})
