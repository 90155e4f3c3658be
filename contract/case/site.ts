import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import { LongText } from '#contract/text.ts'

/** To which site of the agency a case goes, and why; null is the agency as a whole. */
export const MoveCaseToSite = z.strictObject({ siteId: Id.nullable(), reason: LongText })
export type MoveCaseToSite = z.infer<typeof MoveCaseToSite>

/** What moving a case may say no with. */
export const caseSiteRefusals = {
  'case-site/there-already': 'not-now',
} as const
