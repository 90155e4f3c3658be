import { z } from 'zod'
import { ClientLinkPage, ClientLinkQuery, IssueClientLink, IssuedClientLink } from '#contract/client-links.ts'
import { Id } from '#contract/ids.ts'
import { EndLink } from '#contract/secure-links.ts'
import type { Routes } from '#server/entrance/index.ts'
import { endClientLink, issueClientLink, viewClientLinks } from './client-links.actions.ts'

const ofCase = z.strictObject({ caseId: Id })
const ofLink = z.strictObject({ caseId: Id, clientLinkId: Id })
const Ended = z.object({ ended: z.literal(true) })

/** Links by which a client or a guardian answers on a phone of their own: issued, listed, taken back. */
export const clientLinkRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/client-links', {
    config: { operation: 'client-link.read' },
    schema: {
      summary: 'The links to clients of a case for one purpose, newest first, and to whom one may be issued',
      params: ofCase,
      querystring: ClientLinkQuery,
      response: { 200: ClientLinkPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewClientLinks(tx, request.params.caseId, request.query)),
  })

  app.post('/cases/:caseId/client-links', {
    config: { operation: 'client-link.issue', creates: true, secret: true },
    schema: {
      summary: 'Issue a link to the client or a guardian; its token and code are shown this once',
      params: ofCase,
      body: IssueClientLink,
      response: { 201: IssuedClientLink },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => issueClientLink(tx, request.params.caseId, request.body)),
  })

  app.put('/cases/:caseId/client-links/:clientLinkId/ending', {
    config: { operation: 'client-link.issue', versioned: false },
    schema: {
      summary: 'Take a link to a client back, from this moment on',
      params: ofLink,
      body: EndLink,
      response: { 200: Ended },
    },
    handler: (request, reply) => {
      const { caseId, clientLinkId } = request.params
      return enter(request, reply, async (tx) => {
        await endClientLink(tx, caseId, clientLinkId)
        return { ended: true as const }
      })
    },
  })
}
