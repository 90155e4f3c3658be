import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { CaseState } from '#contract/case/overview.ts'
import { followUpWay, gainsMaintained, retentionClass } from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { DraftText, LongText } from '#contract/text.ts'

/** What a follow-up found (F16; R-199). Recorded at once and whole. */
export const RecordFollowUp = z.strictObject({
  heldOn: Day,
  way: followUpWay.schema,
  reached: z.boolean(),
  notReachedReason: DraftText,
  situation: DraftText,
  maintained: gainsMaintained.schema.nullable(),
  newNeed: DraftText,
  actionTaken: DraftText,
  /** Another follow-up is wanted, on `nextOn`. */
  further: z.boolean(),
  nextOn: Day.nullable(),
  /** The worker thinks that the case should be opened again; reopening it is an act of its own. */
  reopen: z.boolean(),
})
export type RecordFollowUp = z.infer<typeof RecordFollowUp>

/** A planned follow-up does not take place: why. */
export const CancelFollowUp = z.strictObject({ reason: LongText })
export type CancelFollowUp = z.infer<typeof CancelFollowUp>

export const FollowUpState = z.enum(['planned', 'done', 'cancelled'])
export type FollowUpState = z.infer<typeof FollowUpState>

/** One follow-up as its reader sees it: planned, held with what it found, or cancelled with its reason. */
export const FollowUpView = z.object({
  id: Id,
  caseId: Id,
  dueOn: Day,
  state: FollowUpState,
  way: followUpWay.schema.nullable(),
  heldOn: Day.nullable(),
  reached: z.boolean().nullable(),
  notReachedReason: z.string(),
  situation: z.string(),
  maintained: gainsMaintained.schema.nullable(),
  newNeed: z.string(),
  actionTaken: z.string(),
  further: z.boolean().nullable(),
  reopen: z.boolean().nullable(),
  cancellationReason: z.string(),
  recordedBy: WorkerRef.nullable(),
  recordedAt: Moment.nullable(),
  version: z.int(),
  abilities: z.object({ record: Ability }),
})
export type FollowUpView = z.infer<typeof FollowUpView>

/** The follow-ups of a case and its end in the archive. `version` is the case’s: archiving and reopening name it. */
export const AftercareView = z.object({
  caseId: Id,
  state: CaseState,
  closedAt: Moment.nullable(),
  archivedAt: Moment.nullable(),
  /** How long the file is, or would be, kept; null while the case is open. */
  keeping: z.object({ retention: retentionClass.schema, until: Day }).nullable(),
  rows: z.array(FollowUpView),
  reopenings: z.array(z.object({ at: Moment, by: WorkerRef, reason: z.string() })),
  version: z.int(),
  abilities: z.object({ archive: Ability, reopen: Ability }),
})
export type AftercareView = z.infer<typeof AftercareView>

/** Opens a closed case again, with the reason. */
export const ReopenCase = z.strictObject({ reason: LongText })
export type ReopenCase = z.infer<typeof ReopenCase>

/** What the followup stage may say no with. */
export const followupRefusals = {
  'followup/case-is-open': 'not-now',
  'followup/not-planned': 'not-now',
  'followup/still-planned': 'not-now',
} as const
