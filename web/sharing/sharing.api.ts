import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  type MoveReceivedReferral,
  type MoveReferral,
  type OpenReferral,
  PackageView,
  ReceivedReferralPage,
  type ReceivedReferralQuery,
  ReceivedReferralStanding,
  ReceivedReferralView,
  ReferralPage,
  type ReferralQuery,
  ReferralReceivers,
  type ReferralSheet,
  ReferralView,
} from '#contract/sharing.ts'
import type { DocumentFormat } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { api, type Versioned } from '#web/app/api.ts'

/** The key under which everything about referrals is kept. */
export const referralsKey = ['referrals'] as const

/** Where a referral is being looked at: whose it is, and in which case or first contact. */
export type Place = Readonly<{ personId: string; caseId: string | null; inquiryId: string | null }>

const pathOf = (personId: string) => `/api/people/${personId}/referrals` as const
const oneOf = (personId: string, id: string) => `${pathOf(personId)}/${id}` as const

/** The referrals of a person, newest first, page by page. */
export const personReferralsQuery = ({ personId, caseId, inquiryId }: Place) =>
  infiniteQueryOptions({
    queryKey: [...referralsKey, 'person', personId, caseId, inquiryId],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        ...(caseId === null ? {} : { caseId }),
        ...(inquiryId === null ? {} : { inquiryId }),
        ...(pageParam === null ? {} : { after: pageParam }),
      })
      return (await api.get(`${pathOf(personId)}?${asked}`, ReferralPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

const asked = (show: string, after: string | null) =>
  new URLSearchParams({ show, ...(after === null ? {} : { after }) })

/** The referrals of the agency, the newest step first. */
export const agencyReferralsQuery = (show: ReferralQuery['show']) =>
  infiniteQueryOptions({
    queryKey: [...referralsKey, 'agency', show],
    queryFn: async ({ pageParam, signal }) =>
      (await api.get(`/api/referrals?${asked(show, pageParam)}`, ReferralPage, { signal })).value,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

/** What came in, the newest first. */
export const receivedReferralsQuery = (show: ReceivedReferralQuery['show']) =>
  infiniteQueryOptions({
    queryKey: [...referralsKey, 'received', show],
    queryFn: async ({ pageParam, signal }) => {
      const path = `/api/received-referrals?${asked(show, pageParam)}` as const
      return (await api.get(path, ReceivedReferralPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

/** The agencies that work here and can be referred to, and the partners whose program can read now. */
export const receiversQuery = queryOptions({
  queryKey: [...referralsKey, 'receivers'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/referral-receivers', ReferralReceivers, { signal })).value,
})

const referralKey = (personId: string, id: string) => [...referralsKey, 'one', personId, id] as const

/** One referral and its version. */
export const referralQuery = (personId: string, id: string) =>
  queryOptions({
    queryKey: referralKey(personId, id),
    queryFn: ({ signal }) => api.get(oneOf(personId, id), ReferralView, { signal }),
    staleTime: 0,
  })

/** What the receiver sees: as it was sent, or as it would be sent now. */
export const packageQuery = (personId: string, id: string) =>
  queryOptions({
    queryKey: [...referralKey(personId, id), 'package'],
    queryFn: async ({ signal }) =>
      (await api.get(`${oneOf(personId, id)}/package`, PackageView, { signal })).value,
    staleTime: 0,
  })

/** One referral that came in, and its version. */
export const receivedReferralQuery = (id: string) =>
  queryOptions({
    queryKey: [...referralsKey, 'received-one', id],
    queryFn: ({ signal }) => api.get(`/api/received-referrals/${id}`, ReceivedReferralView, { signal }),
    staleTime: 0,
  })

/** Opens a draft. */
export const openReferral = (personId: string, body: OpenReferral) =>
  api.post(pathOf(personId), ReferralView, { body, idempotencyKey: body.id })

/** Saves the whole sheet of a draft. */
export const saveReferral = (personId: string, id: string, body: ReferralSheet, version: number) =>
  api.put(oneOf(personId, id), ReferralView, { body, version })

/** Sends the version that was seen. */
export const sendReferral = (personId: string, id: string, version: number) =>
  api.put(`${oneOf(personId, id)}/sending`, ReferralView, { body: {}, version })

/** Takes one step of a referral that was sent. */
export const moveReferral = (personId: string, id: string, body: MoveReferral, version: number) =>
  api.put(`${oneOf(personId, id)}/step`, ReferralView, { body, version })

/** Takes one step of a referral that came in. */
export const moveReceived = (id: string, body: MoveReceivedReferral, version: number) =>
  api.put(`/api/received-referrals/${id}/step`, ReceivedReferralStanding, { body, version })

/** Keeps a saved draft for the next drawing; what would be sent is asked anew. */
export async function keepDraft(queries: QueryClient, seen: Versioned<ReferralView>) {
  const { id, person } = seen.value
  queries.setQueryData(referralKey(person.id, id), seen)
  await queries.invalidateQueries({ queryKey: [...referralKey(person.id, id), 'package'] })
}

/** Where a referral stands in the program. */
export const pageOfReferral = (personId: string, id: string) => `/people/${personId}/referrals/${id}`

/** Where the letter of a referral leaves from, in a language and as a kind of file. */
export const letterAddress = (
  personId: string,
  referralId: string,
  language: Language,
  format: DocumentFormat,
) => `${oneOf(personId, referralId)}/letter/file?language=${language}&format=${format}`
