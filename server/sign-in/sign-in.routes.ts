import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Me, SetUp, SignedIn, SignIn } from '#contract/access.ts'
import { Enrolment, OwnPassword, PendingSignIn, PendingToken, Reset, SecondStep } from '#contract/account.ts'
import { meOf } from '#server/access/me.ts'
import { cookieName, type Routes, tokenOf } from '#server/entrance/index.ts'
import { knownDeviceCookie, knownForSeconds } from './known-device.ts'
import { resetActions } from './resets.actions.ts'
import { setUpActions } from './set-up.actions.ts'
import { type Entered } from './doorway.ts'
import { signInActions } from './sign-in.actions.ts'
import { stepActions } from './steps.actions.ts'

const perAddress = { max: 30, timeWindow: '1 minute' }
const fewPerAddress = { max: 10, timeWindow: '1 minute' }
const entered = { 201: SignedIn, 202: PendingSignIn }

/** The door: signing in step by step and out, who I am, the first run of a new server, and the end of a reset. */
export const signInRoutes: Routes = async (app, { platform, enter }) => {
  const actions = signInActions(platform)
  const steps = stepActions(platform)
  const founding = setUpActions(platform)
  const resets = resetActions(platform)
  const secure = platform.secureCookies
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const
  const knownIn = (request: FastifyRequest) => (account: Buffer) =>
    request.cookies[knownDeviceCookie(account, secure)]

  const answer = (reply: FastifyReply, as: 'browser' | 'program', result: Entered) => {
    if ('pending' in result) return reply.code(202).send(result)
    const { token, actor, account, remember, recoveryCodes } = result
    if (as === 'browser') {
      reply.setCookie(cookieName(secure), token, cookie)
      reply.setCookie(knownDeviceCookie(account, secure), remember, { ...cookie, maxAge: knownForSeconds })
    }
    return reply.code(201).send({
      ...meOf(actor),
      ...(as === 'program' ? { token } : {}),
      ...(recoveryCodes ? { recoveryCodes: [...recoveryCodes] } : {}),
    })
  }

  app.post('/sign-ins', {
    config: { operation: 'public', rateLimit: perAddress },
    schema: { summary: 'Sign in: 201, or 202 when a step is left', body: SignIn, response: entered },
    handler: async (request, reply) => {
      const { email, password, as } = request.body
      const device = request.headers['user-agent'] ?? ''
      const knownAs = knownIn(request)
      return answer(reply, as, await actions.signIn({ email, password, device, knownAs }))
    },
  })

  app.post('/sign-ins/second-step', {
    config: { operation: 'public', rateLimit: perAddress },
    schema: { summary: 'Give the code of the second factor', body: SecondStep, response: entered },
    handler: async (request, reply) => {
      const { pending: token, code, as } = request.body
      return answer(reply, as, await steps.giveCode({ token, code, knownAs: knownIn(request) }))
    },
  })

  app.post('/sign-ins/own-password', {
    config: { operation: 'public', rateLimit: perAddress },
    schema: { summary: 'Choose one’s own password on the way in', body: OwnPassword, response: entered },
    handler: async (request, reply) => {
      const { pending: token, password, as } = request.body
      return answer(reply, as, await steps.chooseOwnPassword({ token, password }))
    },
  })

  app.post('/sign-ins/enrolment', {
    config: { operation: 'public', rateLimit: perAddress },
    schema: {
      summary: 'Ask for the secret of a second factor on the way in',
      body: PendingToken,
      response: { 200: Enrolment },
    },
    handler: ({ body }) => steps.beginEnrolment(body.pending),
  })

  app.post('/sign-ins/enrolment-code', {
    config: { operation: 'public', rateLimit: perAddress },
    schema: { summary: 'Confirm it with its first code', body: SecondStep, response: entered },
    handler: async (request, reply) => {
      const { pending: token, code, as } = request.body
      return answer(reply, as, await steps.confirmEnrolment({ token, code }))
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

  app.post('/resets', {
    config: { operation: 'public', rateLimit: fewPerAddress },
    schema: {
      summary: 'Choose a new password with a one-time token',
      body: Reset,
      response: { 201: z.object({ done: z.literal(true) }) },
    },
    handler: async ({ body }, reply) => {
      await resets.finish(body)
      return reply.code(201).send({ done: true as const })
    },
  })

  app.get('/setup', {
    config: { operation: 'public' },
    schema: {
      summary: 'Whether this server waits for its first agency',
      response: { 200: z.object({ waiting: z.boolean() }) },
    },
    handler: async () => ({ waiting: await founding.waitsForSetUp() }),
  })

  app.post('/setup', {
    config: { operation: 'public', rateLimit: fewPerAddress },
    schema: {
      summary: 'Found the first agency with the one-time token',
      body: SetUp,
      response: { 201: z.object({ done: z.literal(true) }) },
    },
    handler: async ({ body }, reply) => {
      await founding.setUp(body)
      return reply.code(201).send({ done: true as const })
    },
  })
}
