import { queryOptions } from '@tanstack/react-query'
import type { SignInPolicy } from '#contract/account.ts'
import {
  AgencyView,
  type DutyOfficer,
  WorkerLine,
  WorkerPage,
  type AgencyProfile,
  type NewWorker,
  type WorkerChange,
} from '#contract/agencies.ts'
import { api } from '#web/app/api.ts'

/** What the agency says of itself, with its version. */
export const agencyQuery = queryOptions({
  queryKey: ['agency'],
  queryFn: ({ signal }) => api.get('/api/agency', AgencyView, { signal }),
})

/** The colleagues of the agency: the first hundred by name. */
export const workersQuery = queryOptions({
  queryKey: ['workers'],
  queryFn: async ({ signal }) => (await api.get('/api/workers', WorkerPage, { signal })).value,
})

/** Keeps what the agency says of itself. */
export const saveAgency = (body: AgencyProfile, version: number) =>
  api.put('/api/agency', AgencyView, { body, version })

/** Changes whose second factor the agency asks for. */
export const saveSignInPolicy = (body: SignInPolicy, version: number) =>
  api.put('/api/agency/sign-in-policy', AgencyView, { body, version })

/** Names who is told of each emergency opening. */
export const saveDutyOfficer = (body: DutyOfficer, version: number) =>
  api.put('/api/agency/duty-officer', AgencyView, { body, version })

/** Adds a colleague. */
export const addWorker = (body: NewWorker) =>
  api.post('/api/workers', WorkerLine, { body, idempotencyKey: body.id })

/** Changes a colleague, or ends their account. */
export const changeWorker = (workerId: string, body: WorkerChange, version: number) =>
  api.put(`/api/workers/${workerId}`, WorkerLine, { body, version })
