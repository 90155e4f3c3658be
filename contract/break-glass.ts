import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { breakGlassGround, breakGlassVerdict } from '#contract/codes/index.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { LongText, ReasonText, ShortText } from '#contract/text.ts'

/** How long somebody sees a case in an emergency, in minutes: never more than an hour, often less. */
export const breakGlassMinutes = { least: 5, most: 60 } as const

/** How much a reason must say, in signs. */
export const shortestReason = 20

/** By which exact number a case is found in an emergency: its own, or one of its client. A part of a number finds nothing. */
export const BreakGlassKey = z.enum(['case-number', 'id-number', 'phone'])
export type BreakGlassKey = z.infer<typeof BreakGlassKey>

/** Opens one case that the actor may not see. The id is made by whoever opens it, so that a retry opens nothing twice. */
export const OpenBreakGlass = z.strictObject({
  id: Id,
  by: BreakGlassKey,
  number: ShortText(60),
  ground: breakGlassGround.schema,
  reason: ReasonText(shortestReason),
  minutes: z.int().min(breakGlassMinutes.least).max(breakGlassMinutes.most),
})
export type OpenBreakGlass = z.infer<typeof OpenBreakGlass>

/** What was opened, and until when. What is in the case is asked of the case. */
export const BreakGlassOpened = z.object({ id: Id, caseId: Id, until: Moment })
export type BreakGlassOpened = z.infer<typeof BreakGlassOpened>

/** What another thinks of an opening, and why. */
export const BreakGlassReview = z.strictObject({
  verdict: breakGlassVerdict.schema,
  words: LongText,
})
export type BreakGlassReview = z.infer<typeof BreakGlassReview>

/** One opening, as somebody who answers for the case, the one who opened it, or an inspector sees it. */
export const BreakGlassLine = z.object({
  id: Id,
  caseId: Id,
  caseNumber: z.string(),
  openedBy: WorkerRef,
  ground: breakGlassGround.schema,
  /** What was written; null for an inspector, who reads references only. */
  reason: z.string().nullable(),
  openedAt: Moment,
  until: Moment,
  endedAt: Moment.nullable(),
  reviewDueAt: Moment,
  review: z
    .object({
      verdict: breakGlassVerdict.schema,
      words: z.string().nullable(),
      by: WorkerRef,
      at: Moment,
    })
    .nullable(),
  /** `running` while the case is open to whoever opened it; then until it is reviewed; `overdue` after 72 hours. */
  state: z.enum(['running', 'unreviewed', 'overdue', 'reviewed']),
  abilities: z.object({ review: Ability, close: Ability }),
})
export type BreakGlassLine = z.infer<typeof BreakGlassLine>
export const BreakGlassPage = pageOf(BreakGlassLine)

/** Those that wait for a review, or all. */
export const BreakGlassQuery = PageQuery.extend({ show: z.enum(['unreviewed', 'all']).default('unreviewed') })
export type BreakGlassQuery = z.infer<typeof BreakGlassQuery>

/** What break-glass may say no with. A case that is sealed, is another agency’s, or is none, is simply not found. */
export const breakGlassRefusals = {
  'break-glass/no-second-factor': 'not-you',
  'break-glass/review-overdue': 'not-now',
  'break-glass/not-reviewed-yet': 'not-now',
  'break-glass/in-sight-already': 'not-now',
  'break-glass/over': 'not-now',
  'break-glass/reviewed-already': 'not-now',
} as const
