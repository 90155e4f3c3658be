import { z } from 'zod'
import { WorkerRef } from '#contract/access.ts'
import { Id } from '#contract/ids.ts'
import { LongText } from '#contract/text.ts'

/** What is signed does not change; what must be said later is added to it, with the reason. */
export const AddAddendum = z.strictObject({ id: Id, text: LongText, reason: LongText })
export type AddAddendum = z.infer<typeof AddAddendum>

/** An addendum as it is read below its record. */
export const Addendum = z.object({
  id: Id,
  text: z.string(),
  reason: z.string(),
  author: WorkerRef,
  at: z.iso.datetime(),
})
export type Addendum = z.infer<typeof Addendum>
