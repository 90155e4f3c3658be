import { z } from 'zod'
import { confidentiality } from '#contract/codes/index.ts'
import { Id } from '#contract/ids.ts'
import { LongText } from '#contract/text.ts'

/**
 * How narrow the circle is that may see a case, why, and who is named to see it beyond those who work on it
 * . A normal case names nobody.
 */
export const ConfideCase = z.strictObject({
  level: confidentiality.schema,
  reason: LongText,
  readerIds: z.array(Id).max(20),
})
export type ConfideCase = z.infer<typeof ConfideCase>

/** What narrowing or widening the circle may say no with. */
export const confidentialityRefusals = {
  'confidentiality/not-yours-to-widen': 'not-you',
} as const
