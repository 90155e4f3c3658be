import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import {
  AccountView,
  Enrolment,
  RecoveryCodes,
  ResetStarted,
  SignInLines,
  type PasswordChange,
  type Proof,
} from '#contract/account.ts'
import { api } from '#web/app/api.ts'

/** What protects my account. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: async ({ signal }) => (await api.get('/api/me/account', AccountView, { signal })).value,
})

/** Where I am signed in. */
export const signInsQuery = queryOptions({
  queryKey: ['sign-ins'],
  queryFn: async ({ signal }) => (await api.get('/api/sign-ins', SignInLines, { signal })).value.rows,
})

/** Proves anew who I am; the server sets a new cookie. */
export const prove = (body: Proof) => api.post('/api/me/proofs', z.unknown(), { body })

/** Changes my password. */
export const changePassword = (body: PasswordChange) => api.put('/api/me/password', AccountView, { body })

/** Asks for the secret of a second factor. */
export const enrol = async () =>
  (await api.post('/api/me/second-factor-enrolments', Enrolment, { body: {} })).value

/** Makes it my second factor. */
export const confirmFactor = async (code: string) =>
  (await api.put('/api/me/second-factor', RecoveryCodes, { body: { code } })).value.recoveryCodes

/** Does without a second factor. */
export const dropFactor = () => api.delete('/api/me/second-factor', AccountView)

/** New recovery codes in place of the old ones. */
export const newCodes = async () =>
  (await api.post('/api/me/recovery-codes', RecoveryCodes, { body: {} })).value.recoveryCodes

/** Ends one of my sign-ins. */
export const endSignIn = (id: string) => api.delete(`/api/sign-ins/${id}`, z.unknown())

/** Ends all of them but this one. */
export const endOthers = () => api.delete('/api/sign-ins/others', z.unknown())

/** Lets a colleague choose a new password; the token is answered once. */
export const startReset = async (workerId: string, withFactor: boolean) =>
  (await api.post(`/api/workers/${workerId}/resets`, ResetStarted, { body: { withFactor } })).value

/** Ends every sign-in of a colleague. */
export const signOutColleague = (workerId: string) =>
  api.delete(`/api/workers/${workerId}/sign-ins`, z.unknown())
