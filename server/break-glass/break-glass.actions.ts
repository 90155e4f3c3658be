import type { BreakGlassOpened, BreakGlassReview, OpenBreakGlass } from '#contract/break-glass.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import {
  caseMeant,
  closeGlass,
  hasSecondFactor,
  lookAtOpening,
  myUnreviewed,
  openGlass,
  reviewGlass,
} from './break-glass.repository.ts'
import { refuseToExtend, refuseWhileOverdue } from './break-glass.ts'

/**
 * Opens one case in an emergency. That the second factor is fresh was asked at the entrance. What depends on the
 * case comes last, so that nothing is learned about it before it is opened; a case that is sealed is not found.
 */
export async function openBreakGlass(tx: Transaction, asked: OpenBreakGlass): Promise<BreakGlassOpened> {
  permit(tx.actor, 'break-glass.open') // 403
  if (!(await hasSecondFactor(tx))) throw new Refusal('break-glass/no-second-factor') // 403
  const mine = await myUnreviewed(tx)
  refuseWhileOverdue(mine, tx.now) // 409
  const meant = await caseMeant(tx, asked)
  if (!meant) throw new Refusal('not-found') // 404
  if (meant.inSight) throw new Refusal('break-glass/in-sight-already') // 409
  refuseToExtend(mine, meant.caseId) // 409
  const until = await openGlass(tx, meant.caseId, asked)
  return { id: asked.id, caseId: meant.caseId, until: until.toISOString() }
}

/** Whoever opened a case gives it back before its time. */
export async function closeBreakGlass(tx: Transaction, id: string) {
  const opening = await lookAtOpening(tx, id) // 404
  permit(tx.actor, 'break-glass.close') // 403
  if (opening.workerId !== tx.actor.workerId) throw new Refusal('not-allowed') // 403
  if (!(await closeGlass(tx, id))) throw new Refusal('break-glass/over') // 409
  return { closed: true as const }
}

/** Another who answers for the case says what they think of an opening: never the one who opened it. */
export async function reviewBreakGlass(tx: Transaction, id: string, review: BreakGlassReview) {
  const { caseManagerId, workerId, reviewedAt } = await lookAtOpening(tx, id) // 404
  const answersFor = caseManagerId === null ? {} : { managerId: caseManagerId }
  permit(tx.actor, 'break-glass.review', { ...answersFor, authorId: workerId }) // 403
  const done = reviewedAt === null && (await reviewGlass(tx, id, review))
  if (!done) throw new Refusal('break-glass/reviewed-already') // 409
}
