import { z } from 'zod'

/** A row that stands in its list twice; its sentence is in web/app. */
export const repeatedRow = 'row/repeated'

/** The lists made here, so that a test can tell that no sheet has one of another kind. */
export const rowLists = z.registry<Readonly<{ key: string }>>()

/**
 * The rows of one list of a sheet, at most so many, each of which stands there once. A row that repeats an earlier
 * one is refused by its own place: `goals.3`.
 * @param key the field that names a row: its own id, or what it speaks of
 * @param least how many rows it has at the least
 */
export function rowsOf<Shape extends z.ZodRawShape>(
  row: z.ZodObject<Shape, z.core.$strict>,
  most: number,
  key: keyof Shape & string = 'id',
  least = 0,
) {
  const list = z
    .array(row)
    .min(least)
    .max(most)
    .superRefine((rows, context) => {
      for (const at of repeatedIn(rows.map((one) => nameOf(one, key))))
        context.addIssue({ code: 'custom', message: repeatedRow, path: [at] })
    })
  return list.register(rowLists, { key })
}

// An id says the same in capitals, and so does the database.
const nameOf = (row: object, key: string) =>
  String(Object.entries(row).find(([name]) => name === key)?.[1]).toLowerCase()

const repeatedIn = (names: readonly string[]) =>
  names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []))
