import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import {
  MoveReferral,
  OpenReferral,
  PackageView,
  PersonReferralQuery,
  ReferralPage,
  ReferralQuery,
  ReferralReceivers,
  ReferralSheet,
  ReferralView,
  SendReferral,
} from '#contract/sharing.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { changeReferral, moveReferral, openReferral, sendReferral } from './referrals.actions.ts'
import {
  viewPackage,
  viewReceivers,
  viewReferral,
  viewReferrals,
  viewReferralsOfPerson,
} from './referrals.view.ts'

const ofPerson = z.strictObject({ personId: Id })
const ofReferral = z.strictObject({ personId: Id, referralId: Id })

/** The lists of referrals, and whom one can refer to. */
export const referralListRoutes: Routes = async (app, { enter }) => {
  app.get('/referrals', {
    config: { operation: 'referral.list' },
    schema: {
      summary: 'The referrals that one wrote, or as a head sees, the newest step first',
      querystring: ReferralQuery,
      response: { 200: ReferralPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewReferrals(tx, request.query)),
  })

  app.get('/referral-receivers', {
    config: { operation: 'referral.list' },
    schema: {
      summary: 'The agencies that work here and can be referred to',
      response: { 200: ReferralReceivers },
    },
    handler: (request, reply) => enter(request, reply, viewReceivers),
  })

  app.get('/people/:personId/referrals', {
    config: { operation: 'referral.list' },
    schema: {
      summary: 'The referrals of a person, newest first',
      params: ofPerson,
      querystring: PersonReferralQuery,
      response: { 200: ReferralPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewReferralsOfPerson(tx, request.params.personId, request.query)),
  })
}

/** Referrals out of the agency: written, previewed, sent, followed until the client says that the help arrived. */
export const referralRoutes: Routes = async (app, { enter }) => {
  app.post('/people/:personId/referrals', {
    config: { operation: 'referral.write', creates: true },
    schema: {
      summary: 'Open a referral out of a case or a first contact; it is a draft',
      params: ofPerson,
      body: OpenReferral,
      response: { 201: ReferralView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { personId } = request.params
        await openReferral(tx, personId, request.body)
        return viewReferral(tx, personId, request.body.id)
      }),
  })

  app.get('/people/:personId/referrals/:referralId', {
    config: { operation: 'referral.read' },
    schema: {
      summary: 'A referral with every step, and what may be done with it now',
      params: ofReferral,
      response: { 200: ReferralView },
    },
    handler: (request, reply) => {
      const { personId, referralId } = request.params
      return enter(request, reply, (tx) => viewReferral(tx, personId, referralId))
    },
  })

  app.get('/people/:personId/referrals/:referralId/package', {
    config: { operation: 'referral.read' },
    schema: {
      summary: 'What the receiver sees: as it was sent, or as it would be sent now',
      params: ofReferral,
      response: { 200: PackageView },
    },
    handler: (request, reply) => {
      const { personId, referralId } = request.params
      return enter(request, reply, (tx) => viewPackage(tx, personId, referralId))
    },
  })

  const writes = (request: { params: z.infer<typeof ofReferral> }) => {
    const { personId, referralId } = request.params
    const current = (tx: Transaction) => viewReferral(tx, personId, referralId)
    const doing = (act: (tx: Transaction) => Promise<void>) => async (tx: Transaction) => {
      await act(tx)
      return current(tx)
    }
    return { personId, referralId, current, doing }
  }

  app.put('/people/:personId/referrals/:referralId', {
    config: { operation: 'referral.write' },
    schema: {
      summary: 'Keep the sheet of a draft as it stands',
      params: ofReferral,
      body: ReferralSheet,
      response: { 200: ReferralView },
    },
    handler: (request, reply) => {
      const { personId, referralId, current, doing } = writes(request)
      const act = (tx: Transaction) => changeReferral(tx, personId, referralId, request.body)
      return enter(request, reply, doing(act), { current })
    },
  })

  app.put('/people/:personId/referrals/:referralId/sending', {
    config: { operation: 'referral.send' },
    schema: {
      summary: 'Send a referral; what the receiver sees is frozen',
      params: ofReferral,
      body: SendReferral,
      response: { 200: ReferralView },
    },
    handler: (request, reply) => {
      const { personId, referralId, current, doing } = writes(request)
      return enter(
        request,
        reply,
        doing((tx) => sendReferral(tx, personId, referralId)),
        { current },
      )
    },
  })

  app.put('/people/:personId/referrals/:referralId/step', {
    config: { operation: 'referral.move' },
    schema: {
      summary: 'Take one step of a referral that was sent, or write down one that the receiver told',
      params: ofReferral,
      body: MoveReferral,
      response: { 200: ReferralView },
    },
    handler: (request, reply) => {
      const { personId, referralId, current, doing } = writes(request)
      const act = (tx: Transaction) => moveReferral(tx, personId, referralId, request.body)
      return enter(request, reply, doing(act), { current })
    },
  })
}
