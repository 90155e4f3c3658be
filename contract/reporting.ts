import { z } from 'zod'
import { WorkerRef } from '#contract/access.ts'
import { serviceField } from '#contract/codes/index.ts'

/** A month of the calendar, 'YYYY-MM', by the agency's clock. */
export const Month = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/u)
  .meta({ examples: ['2026-03'] })
export type Month = z.infer<typeof Month>

export const CaseMovementsQuery = z.strictObject({ month: Month })

/** How many cases of one field of service one case manager opened and closed in a month; own fields count as their parent. */
export const CaseMovement = z.object({
  /** Null for cases that name no field. */
  field: serviceField.schema.nullable(),
  manager: WorkerRef,
  opened: z.int(),
  closed: z.int(),
})
export type CaseMovement = z.infer<typeof CaseMovement>

/**
 * Cases opened and closed in a month, by field of service and case manager, as far as the reader may see. A case
 * of two fields stands under both and counts once in the sums. A case that was opened again counts as closed when it was
 * closed last.
 */
export const CaseMovements = z.object({
  month: Month,
  opened: z.int(),
  closed: z.int(),
  rows: z.array(CaseMovement),
})
export type CaseMovements = z.infer<typeof CaseMovements>
