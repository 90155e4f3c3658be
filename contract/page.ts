import { z } from 'zod'

/** Where the next page of a list begins; opaque to whoever carries it. */
export const Cursor = z.string().max(400)

/** What every list may be asked: how many rows at most, and after which cursor. */
export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  after: Cursor.optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** One keyset page: its rows, and the cursor of the next page or null when this is the last. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: Cursor.nullable() })
