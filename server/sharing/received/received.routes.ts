import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import {
  MoveReceivedReferral,
  ReceivedReferralPage,
  ReceivedReferralQuery,
  ReceivedReferralStanding,
  ReceivedReferralView,
} from '#contract/sharing.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { moveReceived } from './received.actions.ts'
import { viewReceived, viewReceivedReferrals, viewStanding } from './received.view.ts'

const params = z.strictObject({ receivedReferralId: Id })

/** Referrals that came in from agencies that work here: read as far as they were shared, and answered. */
export const receivedReferralRoutes: Routes = async (app, { enter, platform }) => {
  app.get('/received-referrals', {
    config: { operation: 'received-referral.list' },
    schema: {
      summary: 'The referrals that came in, the newest first',
      querystring: ReceivedReferralQuery,
      response: { 200: ReceivedReferralPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewReceivedReferrals(tx, request.query)),
  })

  app.get('/received-referrals/:receivedReferralId', {
    config: { operation: 'received-referral.read' },
    schema: {
      summary: 'A referral that came in: what the client agreed to share, and what may be done with it now',
      params,
      response: { 200: ReceivedReferralView },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) =>
        viewReceived(tx, request.params.receivedReferralId, platform.database.keyring.of),
      ),
  })

  app.put('/received-referrals/:receivedReferralId/step', {
    config: { operation: 'received-referral.answer' },
    schema: {
      summary: 'Take one step of a referral that came in; accepting makes a first contact of one’s own',
      params,
      body: MoveReceivedReferral,
      response: { 200: ReceivedReferralStanding },
    },
    handler: (request, reply) => {
      const { receivedReferralId: id } = request.params
      const current = (tx: Transaction) => viewStanding(tx, id)
      const work = async (tx: Transaction) => {
        await moveReceived(tx, id, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
