import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { riskLevel } from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { DraftText } from '#contract/text.ts'

/** A check-in with somebody who waits: what changed, whether they still wish to, how urgent it is now, and when next. */
export const CheckIn = z.strictObject({
  id: Id,
  whatChanged: DraftText,
  stillWishes: z.boolean(),
  priority: riskLevel.schema,
  nextOn: Day,
})
export type CheckIn = z.infer<typeof CheckIn>

/** One who waits, at their place. */
export const WaitLine = z.object({
  inquiryId: Id,
  personName: z.string().nullable(),
  /** The first is 1. */
  place: z.int(),
  priority: riskLevel.schema,
  reason: z.string(),
  enteredAt: Moment,
  nextCheckAt: Moment,
  checkOverdue: z.boolean(),
})
export type WaitLine = z.infer<typeof WaitLine>
export const WaitPage = pageOf(WaitLine).extend({ waiting: z.int(), placesFree: z.int().nullable() })
/** In the order of the list, or by when the next check-in is due. */
export const WaitQuery = PageQuery.extend({ order: z.enum(['place', 'check-in']).default('place') })
export type WaitQuery = z.infer<typeof WaitQuery>

/** The wait of a first contact: where they stand, of how many, and every check-in, newest first. */
export const WaitView = WaitLine.extend({
  of: z.int(),
  checkIns: z.array(
    CheckIn.pick({ id: true, whatChanged: true, stillWishes: true, priority: true }).extend({
      heldBy: WorkerRef,
      heldAt: Moment,
      nextCheckAt: Moment,
    }),
  ),
  left: z.object({ by: WorkerRef, at: Moment, decision: z.string(), reason: z.string() }).nullable(),
  version: z.int(),
  abilities: z.object({ checkIn: Ability }),
})
export type WaitView = z.infer<typeof WaitView>

/** What the waiting list may say no with. */
export const waitingRefusals = {
  'intake/waits-no-more': 'not-now',
  'intake/check-in-comes-later': 'unfinished',
} as const
