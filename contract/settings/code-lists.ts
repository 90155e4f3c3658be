import { z } from 'zod'
import { Day } from '#contract/dates.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftLine } from '#contract/text.ts'

/** A standard code, or an own code of the agency: the standard code that it counts as, a full stop, and its ending. */
export const AgencyCode = z.string().regex(/^[a-z-]{1,40}(?:\.[a-z0-9-]{1,40})?$/u)

/** What an agency calls one code of a list, and whether it is still offered. */
export const CodeRow = z.strictObject({
  code: AgencyCode,
  /** The agency's own word; where it is blank, that of the product. */
  label: z.strictObject({ 'zh-CN': DraftLine(100), en: DraftLine(100), ru: DraftLine(100) }),
  /** No longer offered; where it was chosen it is still read. */
  hidden: z.boolean(),
})
export type CodeRow = z.infer<typeof CodeRow>

/**
 * A list of the product as the agency uses it, from a day on: its words, its order, what is offered, and codes of its own
 * . A code that is not named here stands at the end with the word of the product.
 */
export const Codes = z.strictObject({ rows: rowsOf(CodeRow, 200, 'code') })
export type Codes = z.infer<typeof Codes>

/** A version of one list, as far as words are concerned. */
export const CodesVersion = z.object({
  list: z.string(),
  from: Day,
  /** What was written later than a record says nothing of it. */
  writtenAt: z.iso.datetime(),
  /** Of two that begin on one day the later written counts. */
  ordinal: z.int(),
  rows: z.array(CodeRow),
})
export type CodesVersion = z.infer<typeof CodesVersion>

/** Every version that the agency ever wrote, so that old records are read in the words of their day. */
export const CodeWords = z.object({ versions: z.array(CodesVersion) })
export type CodeWords = z.infer<typeof CodeWords>
