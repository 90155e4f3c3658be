import { element, type Ink, textAt } from './svg.ts'
import { widthOf } from './text.ts'

/** One symbol of the legend: drawn around a middle, in a place of 52 by 34 pixels. */
export type LegendItem = Readonly<{
  key: string
  words: string
  sample: (middle: Readonly<{ x: number; y: number }>) => string
}>

const line = 34
const sampleWidth = 60

/** Lays the items of a legend out in columns below a picture, and says how high it became. */
export function legendOf(
  items: readonly LegendItem[],
  given: Readonly<{ heading: string; left: number; top: number; width: number; ink: Ink }>,
): Readonly<{ svg: string; height: number }> {
  const { heading, left, top, width, ink } = given
  const column = sampleWidth + 20 + Math.max(60, ...items.map(({ words }) => widthOf(words, 12)))
  const columns = Math.max(1, Math.floor(width / column))
  const rows = Math.ceil(items.length / columns)
  const drawn = items.map(({ key, words, sample }, index) => {
    const x = left + Math.floor(index / rows) * column
    const y = top + 34 + (index % rows) * line
    return element(
      'g',
      { 'data-legend': key },
      sample({ x: x + sampleWidth / 2 - 4, y }),
      textAt(x + sampleWidth + 4, y + 4, words, ink, { anchor: 'start' }),
    )
  })
  return {
    svg: element(
      'g',
      { class: 'legend' },
      textAt(left, top + 6, heading, ink, { anchor: 'start', weight: 'bold' }),
      ...drawn,
    ),
    height: 34 + rows * line,
  }
}
