import { z } from 'zod'
import {
  AccountView,
  Enrolment,
  FactorCode,
  PasswordChange,
  Proof,
  Proved,
  RecoveryCodes,
  ResetStart,
  ResetStarted,
  SignInLines,
} from '#contract/account.ts'
import { Id } from '#contract/ids.ts'
import { type Actor, permitFresh } from '#server/access/index.ts'
import { cookieName, type Routes, tokenOf } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import {
  accountActions,
  dropFactor,
  endOne,
  endOthers,
  renew,
  viewAccount,
  viewSignIns,
} from './account.actions.ts'
import { beginReset, signOutColleague } from './resets.actions.ts'

const Ended = z.object({ ended: z.literal(true) })
const guessing = { max: 30, timeWindow: '1 minute' }

const known = (actor: Actor | null): Actor => {
  if (!actor) throw new Refusal('not-signed-in')
  return actor
}

/** One's own account, and what an administrator may do about another's. */
export const accountRoutes: Routes = async (app, { platform, enter }) => {
  const actions = accountActions(platform)
  const secure = platform.secureCookies

  app.get('/me/account', {
    config: { operation: 'account.read' },
    schema: { summary: 'What protects my account', response: { 200: AccountView } },
    handler: (request, reply) => enter(request, reply, viewAccount),
  })

  app.post('/me/proofs', {
    config: { operation: 'account.prove', secret: true, creates: true, anew: true, rateLimit: guessing },
    schema: {
      summary: 'Prove anew who I am: my code, or my password where I have no second factor',
      body: Proof,
      response: { 201: Proved },
    },
    handler: async (request, reply) => {
      await actions.prove(known(request.actor), request.body)
      return enter(request, reply, async (tx) => {
        const token = await renew(tx)
        const fresh = { fresh: true as const }
        if (tokenOf(request, secure)?.from === 'bearer') return { ...fresh, token }
        reply.setCookie(cookieName(secure), token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
        return fresh
      })
    },
  })

  app.put('/me/password', {
    config: { operation: 'account.change', secret: true, versioned: false, anew: true, rateLimit: guessing },
    schema: { summary: 'Change my password', body: PasswordChange, response: { 200: AccountView } },
    handler: async (request, reply) => {
      const actor = known(request.actor)
      permitFresh(actor, 'account.change')
      const hash = await actions.weighPassword(actor, request.body)
      return enter(request, reply, (tx) => actions.changePassword(tx, hash))
    },
  })

  app.post('/me/second-factor-enrolments', {
    config: { operation: 'account.change', secret: true, creates: true },
    schema: {
      summary: 'Ask for the secret of a second factor',
      body: z.strictObject({}),
      response: { 201: Enrolment },
    },
    handler: (request, reply) => enter(request, reply, actions.enrol),
  })

  app.put('/me/second-factor', {
    config: { operation: 'account.change', secret: true, versioned: false, rateLimit: guessing },
    schema: {
      summary: 'Make it my second factor with its first code',
      body: FactorCode,
      response: { 200: RecoveryCodes },
    },
    handler: (request, reply) => enter(request, reply, (tx) => actions.confirm(tx, request.body.code)),
  })

  app.delete('/me/second-factor', {
    config: { operation: 'account.change' },
    schema: { summary: 'Do without a second factor', response: { 200: AccountView } },
    handler: (request, reply) => enter(request, reply, dropFactor),
  })

  app.post('/me/recovery-codes', {
    config: { operation: 'account.change', secret: true, creates: true },
    schema: {
      summary: 'Ten new recovery codes in place of the old ones',
      body: z.strictObject({}),
      response: { 201: RecoveryCodes },
    },
    handler: (request, reply) => enter(request, reply, actions.newCodes),
  })

  app.get('/sign-ins', {
    config: { operation: 'sign-in.list' },
    schema: { summary: 'Where I am signed in', response: { 200: SignInLines } },
    handler: (request, reply) => enter(request, reply, viewSignIns),
  })

  app.delete('/sign-ins/others', {
    config: { operation: 'sign-in.end' },
    schema: { summary: 'End every other sign-in of mine', response: { 200: Ended } },
    handler: (request, reply) => enter(request, reply, endOthers),
  })

  app.delete('/sign-ins/:signInId', {
    config: { operation: 'sign-in.end' },
    schema: {
      summary: 'End one of my sign-ins',
      params: z.strictObject({ signInId: Id }),
      response: { 200: Ended },
    },
    handler: (request, reply) => enter(request, reply, (tx) => endOne(tx, request.params.signInId)),
  })

  app.post('/workers/:workerId/resets', {
    config: { operation: 'worker.reset', secret: true, creates: true },
    schema: {
      summary: 'Let a colleague choose a new password',
      params: z.strictObject({ workerId: Id }),
      body: ResetStart,
      response: { 201: ResetStarted },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => beginReset(tx, request.params.workerId, request.body.withFactor)),
  })

  app.delete('/workers/:workerId/sign-ins', {
    config: { operation: 'worker.sign-out' },
    schema: {
      summary: 'End every sign-in of a colleague',
      params: z.strictObject({ workerId: Id }),
      response: { 200: Ended },
    },
    handler: (request, reply) => enter(request, reply, (tx) => signOutColleague(tx, request.params.workerId)),
  })
}
