import type { Transaction } from '#server/access/index.ts'
import { defaultHourlyDeadlines } from './deadlines.ts'

/** After how many hours a record counts as written late in the actor's agency. */
export const hoursForRecords = async (_tx: Transaction): Promise<number> =>
  defaultHourlyDeadlines.record.span.hours
