import '@fastify/cookie'
import { OpenedLink, OpenLink } from '#contract/secure-links.ts'
import { linkCookieName, type Routes } from '#server/entrance/index.ts'
import { openSecureLink } from './opening.actions.ts'

const perAddress = { max: 20, timeWindow: '1 minute' }

/** The door for whoever has no account: a link and the answer to it. */
export const secureLinkRoutes: Routes = async (app, { platform }) => {
  const secure = platform.secureCookies

  app.post('/link-openings', {
    config: { operation: 'public', secret: true, rateLimit: perAddress },
    schema: {
      summary: 'Open a secure link with its token and the answer that its receiver knows',
      body: OpenLink,
      response: { 201: OpenedLink },
    },
    handler: async (request, reply) => {
      const { as, ...opening } = request.body
      const { session, ...opened } = await openSecureLink(platform, opening, request.id)
      reply.code(201)
      if (as === 'program') return { ...opened, token: session }
      reply.setCookie(linkCookieName(secure), session, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure,
      })
      return opened
    },
  })
}
