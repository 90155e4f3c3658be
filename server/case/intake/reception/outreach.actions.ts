import type { NewOutreach, OutreachSheet } from '#contract/case/reception.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import {
  insertOutreach,
  lookAtOutreach,
  refuseUnlessColleagues,
  saveOutreach,
} from './outreach.repository.ts'

/** Records where workers went, why, and how many people they met. */
export async function recordOutreach(tx: Transaction, event: NewOutreach) {
  permit(tx.actor, 'outreach.record') // 403
  await refuseUnlessColleagues(tx, event.workerIds) // 422
  insertOutreach(tx, event)
}

/** Puts an outreach event right. */
export async function changeOutreach(tx: Transaction, id: string, sheet: OutreachSheet) {
  const event = await lookAtOutreach(tx, id) // 404
  permit(tx.actor, 'outreach.record') // 403
  await refuseUnlessColleagues(tx, sheet.workerIds) // 422
  saveOutreach(tx, event, sheet) // 412
}
