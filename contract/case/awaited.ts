import { z } from 'zod'
import { confirmer } from '#contract/codes/index.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'

/** Somebody whose confirmation is still awaited, as whom, and since when. */
export const Awaited = z.object({ id: Id, name: z.string(), part: confirmer.schema, since: Moment })
export type Awaited = z.infer<typeof Awaited>
