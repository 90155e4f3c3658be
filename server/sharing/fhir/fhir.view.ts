import type { TaskSearch } from '#contract/fhir.ts'
import type { Transaction } from '#server/access/index.ts'
import { lookAtSent, sentPage } from './fhir.repository.ts'
import type { Standing } from './task.ts'

/** How a referral of the partner stands, without what was shared. */
export const viewStanding = async (tx: Transaction, id: string): Promise<{ standing: Standing }> => ({
  standing: await lookAtSent(tx, id),
})

/** One page of what was sent to the partner. */
export const viewSentPage = (tx: Transaction, query: TaskSearch) => sentPage(tx, query)
