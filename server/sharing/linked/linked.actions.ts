import type { LinkedReferralView, MoveLinkedReferral } from '#contract/secure-links.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { frozenPackage } from '../package/packages.repository.ts'
import { moves, possibleSteps, refuseUnlessSaid, stepBy } from '../referral/referral.ts'
import { lookAtLinked, saveLinkedStep } from './linked.repository.ts'

/** What the receiver of a link sees: the package, how the referral stands, and what they may answer. */
export async function viewLinked(tx: Transaction): Promise<LinkedReferralView> {
  const row = await lookAtLinked(tx) // 404
  const shared = await frozenPackage(tx, tx.actor.agencyId, row.id, tx.keys)
  if (!shared) throw new Refusal('not-found')
  return {
    ...row,
    fromAgency: tx.actor.agencyName,
    receiverName: tx.actor.name,
    contents: shared.contents,
    hash: shared.hash,
    possible: possibleSteps('receiver', { state: row.state, way: 'agency' }),
  }
}

/** Takes one step of the receiver of a link: reads, answers, reports, as an agency that works here does. */
export async function moveLinked(tx: Transaction, { move, words, on }: MoveLinkedReferral) {
  const row = await lookAtLinked(tx) // 404
  permit(tx.actor, 'linked-referral.answer') // 403
  refuseIfStale(tx, row.version) // 412
  if (stepBy(move, 'receiver', { state: row.state, way: 'agency' }) === null)
    throw new Refusal('sharing/not-that-step', { state: row.state }) // 409
  refuseUnlessSaid(move, { words, on }, dayOf(tx.now)) // 422
  await saveLinkedStep(tx, row, { move, state: moves[move].to, words, on }) // 412
}
