import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Me, SetUp, SignedIn, SignIn } from '#contract/access.ts'
import { meOf } from '#server/access/me.ts'
import { cookieName, tokenOf } from './recognise.ts'
import type { Routes } from './routes.ts'
import { signInActions } from './sign-in.ts'

/** The door: signing in and out, who I am, and the first run of a new server. */
export const signInRoutes: Routes = async (app, { platform, enter }) => {
  const actions = signInActions(platform)
  const secure = platform.secureCookies
  const setCookie = (reply: FastifyReply, token: string) =>
    reply.setCookie(cookieName(secure), token, { path: '/', httpOnly: true, sameSite: 'strict', secure })

  app.post('/sign-ins', {
    config: { operation: 'public', rateLimit: { max: 30, timeWindow: '1 minute' } },
    schema: { summary: 'Sign in', body: SignIn, response: { 201: SignedIn } },
    handler: async ({ body, headers }, reply) => {
      const { token, actor } = await actions.signIn({ ...body, device: headers['user-agent'] ?? '' })
      if (body.as === 'browser') setCookie(reply, token)
      return reply.code(201).send({ ...meOf(actor), ...(body.as === 'program' ? { token } : {}) })
    },
  })

  app.delete('/sign-ins/current', {
    config: { operation: 'sign-in.end' },
    schema: { summary: 'Sign out', response: { 200: z.object({ ended: z.literal(true) }) } },
    handler: async (request, reply) => {
      const found = tokenOf(request, secure)
      if (found) await actions.signOut(found.token)
      reply.clearCookie(cookieName(secure), { path: '/' })
      return { ended: true as const }
    },
  })

  app.get('/me', {
    config: { operation: 'me.read' },
    schema: { summary: 'Who I am and what I may reach', response: { 200: Me } },
    handler: (request, reply) => enter(request, reply, async (tx) => meOf(tx.actor)),
  })

  app.get('/setup', {
    config: { operation: 'public' },
    schema: {
      summary: 'Whether this server waits for its first agency',
      response: { 200: z.object({ waiting: z.boolean() }) },
    },
    handler: async () => ({ waiting: await actions.waitsForSetUp() }),
  })

  app.post('/setup', {
    config: { operation: 'public', rateLimit: { max: 10, timeWindow: '1 minute' } },
    schema: {
      summary: 'Found the first agency with the one-time token',
      body: SetUp,
      response: { 201: z.object({ done: z.literal(true) }) },
    },
    handler: async ({ body }, reply) => {
      await actions.setUp(body)
      return reply.code(201).send({ done: true as const })
    },
  })
}
