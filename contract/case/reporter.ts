import { z } from 'zod'
import { WorkerRef } from '#contract/access.ts'
import { reporterLookReason } from '#contract/codes/index.ts'
import { Moment } from '#contract/dates.ts'
import { DraftLine, DraftText } from '#contract/text.ts'

/** Who reported that somebody is harmed. Kept apart from the first contact, sealed, and known to few. */
export const ReporterSheet = z.strictObject({
  name: DraftLine(200),
  phone: DraftLine(60),
  /** What they are to the person: a neighbour, a teacher, a nurse. */
  relation: DraftLine(200),
  /** Whether they wish that nobody learns who reported it. */
  anonymous: z.boolean(),
  note: DraftText,
})
export type ReporterSheet = z.infer<typeof ReporterSheet>

export const ReporterView = ReporterSheet.extend({ writtenBy: WorkerRef, writtenAt: Moment })
export type ReporterView = z.infer<typeof ReporterView>

/** Why somebody looks who did not write it; the audit keeps the code. */
export const ReporterQuery = z.strictObject({ reason: reporterLookReason.schema.optional() })
export type ReporterQuery = z.infer<typeof ReporterQuery>
