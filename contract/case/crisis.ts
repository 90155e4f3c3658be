import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { crisisDanger, crisisLineKind, dangerKind } from '#contract/codes/index.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { DraftLine, DraftText } from '#contract/text.ts'

/** What a crisis is about, as far as it is known (F12; R-176). Anything but its danger may still be empty. */
export const CrisisSheet = z.strictObject({
  kinds: z.array(dangerKind.schema).max(20),
  danger: crisisDanger.schema,
  facts: DraftText,
  personsAtRisk: DraftText,
  lifeSafety: DraftText,
  propertySafety: DraftText,
})
export type CrisisSheet = z.infer<typeof CrisisSheet>

/** One thing that was done, asked for or reported, at its time. It never changes again. */
export const CrisisLine = z.strictObject({
  id: Id,
  kind: crisisLineKind.schema,
  what: DraftLine(400),
  who: DraftLine(200),
  result: DraftLine(400),
  doneAt: Moment,
})
export type CrisisLine = z.infer<typeof CrisisLine>

/** How a crisis ended. */
export const EndCrisis = z.strictObject({ outcome: DraftText })
export type EndCrisis = z.infer<typeof EndCrisis>

/** The crisis of a first contact: the one that is open, or the last one. */
export const CrisisView = z.object({
  id: Id,
  inquiryId: Id,
  personName: z.string().nullable(),
  sheet: CrisisSheet,
  lines: z.array(CrisisLine.extend({ recordedBy: WorkerRef })),
  openedBy: WorkerRef,
  openedAt: Moment,
  ended: z.object({ by: WorkerRef, at: Moment, outcome: z.string() }).nullable(),
  version: z.int(),
  abilities: z.object({ change: Ability }),
})
export type CrisisView = z.infer<typeof CrisisView>

/** What the crisis of a first contact may say no with. */
export const crisisRefusals = { 'intake/crisis-over': 'not-now' } as const
