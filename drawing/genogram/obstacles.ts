import { type Box, grown } from '../geometry.ts'
import { widthOf } from '../text.ts'
import type { Layout, Standing } from './layout.ts'
import { barWords, sizes, unit } from './measures.ts'

/** What a line between two people must not cross, and what it should not. */
export type Obstacles = Readonly<{
  /** Each symbol with the room that a line leaves around it. */
  symbols: readonly Readonly<{ id: string; box: Box; clear: Box }>[]
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
    : {
        left: x - labelHalf,
        top: labelTop,
        right: x + labelHalf,
        bottom: labelTop + lines.length * sizes.line,
      }

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
      : [
          {
            id: union.id,
            box: { left: drop - half, top: wordsY - 10, right: drop + half, bottom: wordsY + 2 },
          },
        ]
  })
  return {
    symbols: people.map((each) => {
      const box = symbolBox(each)
      return { id: each.sketch.person.id, box, clear: grown(box, clearance) }
    }),
    texts: [...texts, ...words],
  }
}

const clearance = 6
