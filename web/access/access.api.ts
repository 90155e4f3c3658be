import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { SignedIn, type SetUp, type SignIn } from '#contract/access.ts'
import {
  Enrolment,
  PendingSignIn,
  type OwnPassword,
  type PendingToken,
  type Reset,
  type SecondStep,
} from '#contract/account.ts'
import { api } from '#web/app/api.ts'

/** Signed in, or one step before it; the server sets the cookie. */
const Answer = z.union([SignedIn, PendingSignIn])

/** Gives address and password. */
export const signIn = async (body: SignIn) => (await api.post('/api/sign-ins', Answer, { body })).value

/** Gives the code of the second factor. Refused with `sign-in/wrong-code`. */
export const giveCode = async (body: SecondStep) =>
  (await api.post('/api/sign-ins/second-step', Answer, { body })).value

/** Chooses one's own password in place of the first one. */
export const chooseOwnPassword = async (body: OwnPassword) =>
  (await api.post('/api/sign-ins/own-password', Answer, { body })).value

/** Asks for the secret of a second factor on the way in. */
export const beginEnrolment = async (body: PendingToken) =>
  (await api.post('/api/sign-ins/enrolment', Enrolment, { body })).value

/** Confirms it with its first code. */
export const confirmEnrolment = async (body: SecondStep) =>
  (await api.post('/api/sign-ins/enrolment-code', Answer, { body })).value

/** Chooses a new password with a one-time token. Refused with `sign-in/reset-is-over`. */
export const finishReset = (body: Reset) => api.post('/api/resets', z.unknown(), { body })

/** Whether this server still waits for its first agency. */
export const setUpQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/setup', z.object({ waiting: z.boolean() }), { signal })).value,
})

/** Founds the first agency. Refused with `wrong-setup-token` or `already-set-up`. */
export const setUp = (body: SetUp) => api.post('/api/setup', z.unknown(), { body })
