import type {
  LinkedReferralStanding,
  LinkedReferralView,
  MoveLinkedReferral,
} from '#contract/secure-links.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { frozenPackage } from '../package/packages.repository.ts'
import { moves, possibleSteps, refuseUnlessReceivers, refuseUnlessSaid } from '../referral/referral.ts'
import { lookAtLinked, saveLinkedStep } from './linked.repository.ts'

type Row = Awaited<ReturnType<typeof lookAtLinked>>

/** How the referral stands, and what its receiver may answer now. */
const standingOf = ({ actor }: Transaction, row: Row): LinkedReferralStanding => ({
  ...row,
  fromAgency: actor.agencyName,
  receiverName: actor.name,
  possible: possibleSteps('receiver', { state: row.state, way: 'agency' }),
})

/** How the referral of a link stands, without what was shared. */
export const viewStanding = async (tx: Transaction) => standingOf(tx, await lookAtLinked(tx))

/** What the receiver of a link sees: the package, how the referral stands, and what they may answer. */
export async function viewLinked(tx: Transaction): Promise<LinkedReferralView> {
  const row = await lookAtLinked(tx) // 404
  const shared = await frozenPackage(tx, tx.actor.agencyId, row.id, tx.keys)
  if (!shared) throw new Refusal('not-found')
  return { ...standingOf(tx, row), contents: shared.contents, hash: shared.hash }
}

/**
 * Takes one step of the receiver of a link: reads, answers, reports, as an agency that works here does. Declining ends
 * their sight, so the answer is told from what was written, and not read again.
 */
export async function moveLinked(
  tx: Transaction,
  { move, words, on }: MoveLinkedReferral,
): Promise<LinkedReferralStanding> {
  const row = await lookAtLinked(tx) // 404
  permit(tx.actor, 'linked-referral.answer') // 403
  refuseIfStale(tx, row.version) // 412
  refuseUnlessReceivers(move, row.state) // 409
  refuseUnlessSaid(move, { words, on }, dayOf(tx.now)) // 422
  const state = moves[move].to
  await saveLinkedStep(tx, row, { move, state, words, on }) // 412
  return standingOf(tx, {
    ...row,
    state,
    stateWords: words,
    version: row.version + 1,
    ...(move === 'begin' ? { firstHelpOn: on } : {}),
    ...(move === 'complete' || move === 'fail' ? { outcome: words } : {}),
  })
}
