import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  ConsentException,
  ConsentExceptionPage,
  ConsentNoticeList,
  ConsentPage,
  ConsentView,
  type GiveConsent,
  type RecordException,
  type WriteConsentNotice,
} from '#contract/consent.ts'
import { api } from '#web/app/api.ts'

/** The key under which everything about a person's consents is kept. */
export const consentKey = (personId: string) => ['consents', personId] as const

/** Whose consents, and in which case one is looking at them; null outside any. */
export type Whose = Readonly<{ personId: string; caseId: string | null }>

/** The consents about a person, newest first, page by page. */
export const consentsQuery = ({ personId, caseId }: Whose) =>
  infiniteQueryOptions({
    queryKey: [...consentKey(personId), caseId],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        ...(caseId === null ? {} : { caseId }),
        ...(pageParam === null ? {} : { after: pageParam }),
      })
      return (await api.get(`/api/people/${personId}/consents?${asked}`, ConsentPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

/** What was done about a person without consent, newest first, page by page. */
export const exceptionsQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: [...consentKey(personId), 'exceptions'],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
      const path = `/api/people/${personId}/consent-exceptions${after}` as const
      return (await api.get(path, ConsentExceptionPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

/** The versions of the notice, newest first. */
export const noticesQuery = queryOptions({
  queryKey: ['consent-notices'],
  queryFn: async ({ signal }) => (await api.get('/api/consent-notices', ConsentNoticeList, { signal })).value,
})

/** Writes a consent down; sent again after a lost answer, it is still there once. */
export const giveConsent = (personId: string, body: GiveConsent) =>
  api.post(`/api/people/${personId}/consents`, ConsentView, { body, idempotencyKey: body.id })

type Withdrawn = Pick<ConsentView, 'personId' | 'id' | 'version'>

/** Withdraws a consent, and why. */
export const withdrawConsent = ({ personId, id, version }: Withdrawn, reason: string) =>
  api.put(`/api/people/${personId}/consents/${id}/withdrawal`, ConsentView, { body: { reason }, version })

/** Writes down what is done without consent. */
export const recordException = (personId: string, body: RecordException) =>
  api.post(`/api/people/${personId}/consent-exceptions`, ConsentException, { body, idempotencyKey: body.id })

/** Writes the next version of the notice. */
export const writeNotice = (body: WriteConsentNotice) =>
  api.post('/api/consent-notices', ConsentNoticeList, { body })
