import { widthOf } from '../text.ts'
import { gapBeside } from './cost.ts'
import { type Family, rowOfUnion } from './families.ts'
import { barWords, type Sketch, sizes, unit } from './measures.ts'
import type { Union } from './model.ts'
import type { Rows } from './order.ts'

/** A couple in a row: between which two neighbours the line to its children hangs down. */
export type Hanging = Readonly<{
  union: Union
  row: number
  /** The slots beside the gap; of a parent alone at the right end of the row there is none at the right. */
  left: string
  right: string | null
  /** Whether the other partner is not drawn in this row. */
  alone: boolean
}>

/** Which couples hang in which gap. */
export function hangingsOf({ unions, rowOf, apart }: Family, rows: Rows): Hanging[] {
  return unions.map((union) => {
    const row = rowOfUnion(union, rowOf)
    const ids = rows[row] ?? []
    const partners = [union.partnerA, union.partnerB].filter((id) => id !== null && rowOf.get(id) === row)
    const count = (place: number) =>
      new Set(
        unions.flatMap(({ id, partnerA, partnerB }) => {
          if (apart.has(id) || partnerB === null) return []
          if (partnerA === ids[place]) return [partnerB]
          return partnerB === ids[place] ? [partnerA] : []
        }),
      ).size
    const gap = gapBeside(
      partners.map((id) => ids.indexOf(id ?? '')),
      count,
    )
    return {
      union,
      row,
      left: ids[Math.floor(gap)] ?? '',
      right: ids[Math.ceil(gap)] ?? null,
      alone: partners.length < 2,
    }
  })
}

/** How far right of a parent alone the line to the children hangs down: beside the label. */
export const aloneReach = (sketch: Sketch | undefined): number =>
  Math.max(sketch?.labelHalf ?? 0, unit / 2) + 12

/** How wide the words on the bar of a couple are. */
export const wordsRoom = (union: Union): number => widthOf(barWords(union), sizes.small)
