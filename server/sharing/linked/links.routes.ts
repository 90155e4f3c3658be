import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import { EndLink, IssuedLink, IssueLink, LinkList } from '#contract/secure-links.ts'
import type { Routes } from '#server/entrance/index.ts'
import { endReferralLink, issueReferralLink, viewReferralLinks } from './links.actions.ts'

const ofReferral = z.strictObject({ personId: Id, referralId: Id })
const ofLink = ofReferral.extend({ linkId: Id })

/** The links by which a receiver without an account reads a referral: issued, listed, taken back. */
export const referralLinkRoutes: Routes = async (app, { enter }) => {
  app.get('/people/:personId/referrals/:referralId/links', {
    config: { operation: 'referral.read' },
    schema: {
      summary: 'The secure links of a referral, newest first',
      params: ofReferral,
      response: { 200: LinkList },
    },
    handler: (request, reply) => {
      const { personId, referralId } = request.params
      return enter(request, reply, (tx) => viewReferralLinks(tx, personId, referralId))
    },
  })

  app.post('/people/:personId/referrals/:referralId/links', {
    config: { operation: 'referral.link', creates: true, secret: true },
    schema: {
      summary: 'Issue a secure link; its token and code are shown this once',
      params: ofReferral,
      body: IssueLink,
      response: { 201: IssuedLink },
    },
    handler: (request, reply) => {
      const { personId, referralId } = request.params
      return enter(request, reply, (tx) => issueReferralLink(tx, personId, referralId, request.body))
    },
  })

  app.put('/people/:personId/referrals/:referralId/links/:linkId/ending', {
    config: { operation: 'referral.link', versioned: false },
    schema: {
      summary: 'Take a secure link back, from this moment on',
      params: ofLink,
      body: EndLink,
      response: { 200: LinkList },
    },
    handler: (request, reply) => {
      const { personId, referralId, linkId } = request.params
      return enter(request, reply, async (tx) => {
        await endReferralLink(tx, personId, referralId, linkId)
        return viewReferralLinks(tx, personId, referralId)
      })
    },
  })
}
