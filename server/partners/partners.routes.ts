import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import {
  AddPartner,
  EndCredential,
  IssueCredential,
  IssuedCredential,
  PartnerPage,
  PartnerQuery,
  PartnerView,
} from '#contract/partners.ts'
import type { Routes } from '#server/entrance/index.ts'
import { addPartner, endCredential, issueCredential } from './partners.actions.ts'
import { partnerPage, partnerView } from './partners.queries.ts'

const ofPartner = z.strictObject({ partnerId: Id })
const ofCredential = ofPartner.extend({ credentialId: Id })

/** Partners and what lets their programs in; the administrator’s. */
export const partnerRoutes: Routes = async (app, { enter }) => {
  app.get('/partners', {
    config: { operation: 'partner.list' },
    schema: {
      summary: 'The partners of the agency with their credentials, by name',
      querystring: PartnerQuery,
      response: { 200: PartnerPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => partnerPage(tx, request.query)),
  })

  app.post('/partners', {
    config: { operation: 'partner.add', creates: true },
    schema: { summary: 'Add a partner', body: AddPartner, response: { 201: PartnerView } },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addPartner(tx, request.body)
        return partnerView(tx, request.body.id)
      }),
  })

  app.post('/partners/:partnerId/credentials', {
    config: { operation: 'partner.issue', creates: true, secret: true },
    schema: {
      summary: 'Issue a credential to a partner; its token is shown this once',
      params: ofPartner,
      body: IssueCredential,
      response: { 201: IssuedCredential },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => issueCredential(tx, request.params.partnerId, request.body)),
  })

  app.put('/partners/:partnerId/credentials/:credentialId/ending', {
    config: { operation: 'partner.revoke', versioned: false },
    schema: {
      summary: 'Take a credential back, from this moment on',
      params: ofCredential,
      body: EndCredential,
      response: { 200: PartnerView },
    },
    handler: (request, reply) => {
      const { partnerId, credentialId } = request.params
      return enter(request, reply, async (tx) => {
        await endCredential(tx, partnerId, credentialId)
        return partnerView(tx, partnerId)
      })
    },
  })
}
