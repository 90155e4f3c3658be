import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  closingReaction,
  closingReadiness,
  closingReason,
  followUpWay,
  withOwn,
} from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { DraftText } from '#contract/text.ts'

/** Opens a closing; the id is made by whoever opens it. */
export const OpenClosing = z.strictObject({ id: Id })
export type OpenClosing = z.infer<typeof OpenClosing>

/** The sheet of a closing as it is written (F15; ). Anything may still be empty. */
export const ClosingSheet = z.strictObject({
  reason: closingReason.schema.nullable(),
  reasonNote: DraftText,
  readiness: z.array(closingReadiness.schema).max(20),
  announcedOn: Day.nullable(),
  mainProblem: DraftText,
  outcome: DraftText,
  gap: DraftText,
  clientView: DraftText,
  reactions: z.array(withOwn(closingReaction)).max(20),
  reactionCare: DraftText,
  review: DraftText,
  future: DraftText,
  lessons: DraftText,
  referred: z.boolean().nullable(),
  /** To whom, and whether they have confirmed it. */
  referralNote: DraftText,
  /** Who cares for a minor from now on, and where. */
  caregiver: DraftText,
  /** Months after the closing in which the client is asked how things are. */
  followUpMonths: z.array(z.int().min(1).max(60)).max(12),
  followUpWay: followUpWay.schema.nullable(),
  noFollowUpReason: DraftText,
})
export type ClosingSheet = z.infer<typeof ClosingSheet>

/** draft → submitted → approved, or returned to its author and submitted again. */
export const ClosingState = z.enum(['draft', 'submitted', 'returned', 'approved'])
export type ClosingState = z.infer<typeof ClosingState>

/** The approver’s word. A return says what is missing. */
export const ClosingDecision = z.strictObject({ decision: z.enum(['approve', 'return']), note: DraftText })
export type ClosingDecision = z.infer<typeof ClosingDecision>

/** What the case reached, as whoever approves its end needs it beside the sheet. Nothing of it is typed. */
export const CaseReached = z.object({
  openedAt: Moment,
  clientIsMinor: z.boolean(),
  contacts: z.int(),
  hours: z.number(),
  /** The latest signed evaluation of the outcome since the case was (re)opened. */
  evaluation: z
    .object({ id: Id, t: z.number().nullable(), baseline: z.number().nullable(), signedAt: Moment })
    .nullable(),
  goals: z.array(z.object({ id: Id, statement: z.string(), level: z.int().nullable(), baseline: z.int() })),
  /** Mean of the satisfaction surveys, 20 to 100. */
  satisfaction: z.number().nullable(),
})
export type CaseReached = z.infer<typeof CaseReached>

/** A closing as its reader sees it. */
export const ClosingView = z.object({
  id: Id,
  caseId: Id,
  state: ClosingState,
  sheet: ClosingSheet,
  reached: CaseReached,
  author: WorkerRef,
  createdAt: Moment,
  submittedAt: Moment.nullable(),
  /** Who has to decide on it now. */
  approver: WorkerRef.nullable(),
  decided: z.object({ by: WorkerRef, at: Moment, note: z.string() }).nullable(),
  contentHash: z.string().nullable(),
  version: z.int(),
  abilities: z.object({ change: Ability, submit: Ability, decide: Ability }),
})
export type ClosingView = z.infer<typeof ClosingView>

/** One closing in the list of a case; a reopened case has several. */
export const ClosingLine = z.object({
  id: Id,
  state: ClosingState,
  reason: closingReason.schema.nullable(),
  createdAt: Moment,
  decidedAt: Moment.nullable(),
  author: WorkerRef,
})
export type ClosingLine = z.infer<typeof ClosingLine>
export const ClosingLines = z.object({ rows: z.array(ClosingLine), abilities: z.object({ open: Ability }) })
export type ClosingLines = z.infer<typeof ClosingLines>

/** What the closing stage may say no with. */
export const closingRefusals = {
  'closing/one-under-way': 'not-now',
  'closing/already-submitted': 'not-now',
  'closing/already-approved': 'not-now',
  'closing/not-submitted': 'not-now',
  'closing/needs-outcome-evaluation': 'unfinished',
} as const
