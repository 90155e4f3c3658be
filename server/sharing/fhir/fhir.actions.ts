import type { AnsweredTask } from '#contract/fhir.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { frozenPackage } from '../package/packages.repository.ts'
import { moves, refuseUnlessReceivers, refuseUnlessSaid } from '../referral/referral.ts'
import { inATask, isSaidAlready, refuseAnother, saidIn } from './answered.ts'
import { lookAtSent, savePartnersStep } from './fhir.repository.ts'
import type { Sent } from './referral-bundle.ts'
import { moveFor } from './states.ts'
import type { Standing } from './task.ts'

/** A referral of the partner with what was shared. */
export async function viewSent(tx: Transaction, id: string): Promise<{ standing: Standing; sent: Sent }> {
  const standing = await lookAtSent(tx, id) // 404, 410
  const sent = await frozenPackage(tx, tx.actor.agencyId, id, tx.keys)
  if (!sent) throw new Refusal('not-found')
  return { standing, sent }
}

/**
 * Answers a referral as the partner: the same steps, rules and refusals as by a link or on the screen. An answer that arrives
 * twice is done once. Declining ends sight, so how it stands is told from what was written, and not read again.
 */
export async function answerTask(tx: Transaction, id: string, asked: AnsweredTask): Promise<Standing> {
  refuseAnother(id, asked) // 400
  const standing = await lookAtSent(tx, id) // 404, 410
  permit(tx.actor, 'partner-referral.answer') // 403
  const said = saidIn(asked)
  if (isSaidAlready(standing, asked, said, tx.seenVersion)) return standing
  refuseIfStale(tx, standing.version) // 412
  const move = moveFor(asked.status, standing.state)
  if (move === null)
    throw new Refusal('partners/no-such-status', {}, [{ path: 'status', code: 'partners/no-such-status' }]) // 422
  refuseUnlessReceivers(move, standing.state) // 409
  try {
    refuseUnlessSaid(move, said, dayOf(tx.now)) // 422
  } catch (error) {
    throw inATask(error, move)
  }
  const state = moves[move].to
  await savePartnersStep(tx, standing, { move, state, ...said }) // 412
  return {
    ...standing,
    state,
    movedAt: tx.now,
    stateWords: said.words,
    version: standing.version + 1,
    ...(move === 'begin' ? { firstHelpOn: said.on } : {}),
    ...(move === 'complete' || move === 'fail' ? { outcome: said.words } : {}),
  }
}
