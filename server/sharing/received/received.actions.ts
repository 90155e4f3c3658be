import type { MoveReceivedReferral } from '#contract/sharing.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { receiveReferred } from '#server/case/intake/inquiry/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { whole } from '#server/kernel/whole.ts'
import { moves, refuseUnlessReceivers, refuseUnlessSaid } from '../referral/referral.ts'
import { hasSight } from './received.queries.ts'
import { lookAtReceived, saveReceiversStep, tieToInquiry } from './received.repository.ts'

/**
 * Takes one step of a referral that came in. Accepting makes a first contact of one’s own, tied to the package;
 * what can no longer be seen can no longer be accepted.
 */
export async function moveReceived(
  tx: Transaction,
  id: string,
  { move, words, on, inquiryId }: MoveReceivedReferral,
) {
  const referral = await lookAtReceived(tx, id) // 404
  permit(tx.actor, 'received-referral.answer') // 403
  refuseIfStale(tx, referral.version) // 412
  refuseUnlessReceivers(move, referral.state) // 409
  refuseUnlessSaid(move, { words, on }, dayOf(tx.now)) // 422
  const accepts = move === 'accept'
  whole([['inquiryId', !accepts || inquiryId !== null]]) // 422
  if (accepts && !(await hasSight(tx, id))) throw new Refusal('sharing/sight-ended') // 409
  await saveReceiversStep(tx, referral, { move, state: moves[move].to, words, on }) // 412
  if (!accepts || inquiryId === null) return
  const { fromAgencyName: fromAgency, reason } = referral
  await receiveReferred(tx, { id: inquiryId, fromAgency, reason }) // 403, 409
  await tieToInquiry(tx, id, inquiryId)
}
