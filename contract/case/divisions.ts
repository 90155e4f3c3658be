import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { divisionOutcome, divisionProblem } from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { ShortText } from '#contract/text.ts'

/** A division as a choice: abolished ones say until when they were. */
export const DivisionLine = z.object({
  code: z.string(),
  name: z.string(),
  validUntil: Day.nullable(),
})
export const DivisionList = z.object({ rows: z.array(DivisionLine), source: z.string() })
export const DivisionQuery = z.strictObject({
  under: z.union([z.literal(''), z.string().regex(/^[1-9]\d{5}$/u)]).default(''),
})

/**
 * A whole table of codes as CSV, with where it comes from: `code`, `name`, `parent` (may be left out), `valid_from`,
 * `valid_until` (the first day on which it no longer counts) and `became` (codes parted by blanks).
 */
export const BringEdition = z.strictObject({
  id: Id,
  fileName: ShortText(200),
  source: ShortText(300),
  csv: z.string().min(1).max(900_000),
})
export type BringEdition = z.infer<typeof BringEdition>

export const EditionState = z.enum(['checked', 'taken', 'undone'])
export type EditionState = z.infer<typeof EditionState>

/** One edition of the table: checked first, taken whole, undone whole. */
export const EditionLine = z.object({
  id: Id,
  fileName: z.string(),
  source: z.string(),
  state: EditionState,
  /** Whether this is the table that counts now. */
  counts: z.boolean(),
  askedBy: WorkerRef,
  askedAt: Moment,
  takenAt: Moment.nullable(),
  undoneAt: Moment.nullable(),
})
export type EditionLine = z.infer<typeof EditionLine>
export const EditionPage = pageOf(EditionLine)

export const EditionView = EditionLine.extend({
  /** How many lines came out how. */
  outcomes: z.record(divisionOutcome.schema, z.int()),
  version: z.int(),
  abilities: z.object({ take: Ability, undo: Ability }),
})
export type EditionView = z.infer<typeof EditionView>

/** What a table says of one code. */
export const DivisionFacts = z.object({
  name: z.string(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  became: z.array(z.string()),
})
export type DivisionFacts = z.infer<typeof DivisionFacts>

/** One line of the report: what becomes of it, why it is refused, and what changes. */
export const EditionReportLine = z.object({
  ordinal: z.int(),
  /** Its line in the file; null for a code that the file no longer has. */
  line: z.int().nullable(),
  code: z.string(),
  name: z.string(),
  outcome: divisionOutcome.schema,
  problem: divisionProblem.schema.nullable(),
  says: DivisionFacts.nullable(),
  said: DivisionFacts.nullable(),
})
export type EditionReportLine = z.infer<typeof EditionReportLine>
export const EditionReportPage = pageOf(EditionReportLine)
export const EditionReportQuery = PageQuery.extend({ outcome: divisionOutcome.schema.optional() })
export type EditionReportQuery = z.infer<typeof EditionReportQuery>

/** What editions of the table may say no with. */
export const divisionRefusals = {
  'divisions/not-a-table': 'unfinished',
  'divisions/lines-refused': 'not-now',
  'divisions/nothing-new': 'not-now',
  'divisions/outdated': 'not-now',
  'divisions/not-now': 'not-now',
  'divisions/later-edition': 'not-now',
} as const
