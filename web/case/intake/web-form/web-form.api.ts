import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  AskedForHelp,
  type AskForHelp,
  type WebFormSheet,
  WebFormShown,
  WebFormView,
  WebRequest,
  WebRequestPage,
} from '#contract/case/web-form.ts'
import { api } from '#web/app/api.ts'

/** The public page of an agency's form, with a fresh puzzle. */
export const webFormQuery = (agencyId: string) =>
  queryOptions({
    queryKey: ['web-form', agencyId],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/web-forms/${agencyId}`, WebFormShown, { signal })).value,
    staleTime: Infinity,
    gcTime: 0,
  })

/** Sends a request; the answer is a receipt and nothing else. */
export const askForHelp = async (agencyId: string, body: AskForHelp) =>
  (await api.post(`/api/web-forms/${agencyId}/requests`, AskedForHelp, { body })).value

/** What was asked from outside, page by page. */
export const webRequestsQuery = (show: 'waiting' | 'handled') =>
  infiniteQueryOptions({
    queryKey: ['web-requests', show],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`
      return (await api.get(`/api/web-requests?show=${show}${after}`, WebRequestPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** Takes a request over into a first contact of this id. */
export const takeRequest = (id: string, inquiryId: string, version: number) =>
  api.put(`/api/web-requests/${id}/taking`, WebRequest, { body: { inquiryId }, version })

/** Sets a request aside, with the reason. */
export const setAside = (id: string, reason: string, version: number) =>
  api.put(`/api/web-requests/${id}/setting-aside`, WebRequest, { body: { reason }, version })

/** Whether the agency's own form is open. */
export const ownFormQuery = queryOptions({
  queryKey: ['agency', 'web-form'],
  queryFn: async ({ signal }) => (await api.get('/api/agency/web-form', WebFormView, { signal })).value,
})

/** Opens or shuts it. */
export const changeForm = async (body: WebFormSheet, version: number) =>
  (await api.put('/api/agency/web-form', WebFormView, { body, version })).value
