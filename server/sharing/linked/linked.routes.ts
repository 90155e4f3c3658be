import { LinkedReferralStanding, LinkedReferralView, MoveLinkedReferral } from '#contract/secure-links.ts'
import type { Routes } from '#server/entrance/index.ts'
import { moveLinked, viewLinked, viewStanding } from './linked.actions.ts'

/** A referral as the receiver of a secure link reads and answers it. */
export const linkedReferralRoutes: Routes = async (app, { enter }) => {
  app.get('/link/referral', {
    config: { operation: 'linked-referral.read', link: true },
    schema: {
      summary: 'The referral that one’s secure link opens, and what may be answered now',
      response: { 200: LinkedReferralView },
    },
    handler: (request, reply) => enter(request, reply, viewLinked),
  })

  app.put('/link/referral/step', {
    config: { operation: 'linked-referral.answer', link: true, secret: true },
    schema: {
      summary: 'Answer the referral that one’s secure link opens, or report on it',
      body: MoveLinkedReferral,
      response: { 200: LinkedReferralStanding },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => moveLinked(tx, request.body), { current: viewStanding }),
  })
}
