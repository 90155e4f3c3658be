import { z } from 'zod'
import { Refusal } from '#server/kernel/refusal.ts'

/** Where a page begins: the sorting values of the last row before it. */
export type Position = readonly (string | number)[]

/** The cursor of a position. It holds nothing but ids and dates that the reader has just seen. */
export const cursorOf = (position: Position) => Buffer.from(JSON.stringify(position)).toString('base64url')

/** The position in a cursor of this shape; anything else is refused (400), never an error of the database. */
export function positionIn<Shape extends z.ZodType>(
  cursor: string | undefined,
  shape: Shape,
): z.infer<Shape> | null {
  if (cursor === undefined) return null
  const parsed = shape.safeParse(jsonIn(cursor))
  if (!parsed.success) throw new Refusal('invalid-input', {}, [{ path: 'after', code: 'invalid-format' }])
  return parsed.data
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

/** A page out of one row more than was asked for: that row only tells that there is a next page. */
export function pageFrom<Row>(rows: readonly Row[], limit: number, positionOf: (row: Row) => Position) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? cursorOf(positionOf(last)) : null }
}
