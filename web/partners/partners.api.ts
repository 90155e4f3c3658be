import { infiniteQueryOptions } from '@tanstack/react-query'
import {
  type AddPartner,
  type IssueCredential,
  IssuedCredential,
  PartnerPage,
  PartnerView,
} from '#contract/partners.ts'
import { api } from '#web/app/api.ts'

/** The partners of the agency by name, page by page. */
export const partnersQuery = infiniteQueryOptions({
  queryKey: ['partners'],
  queryFn: async ({ pageParam, signal }) => {
    const asked = new URLSearchParams(pageParam === null ? {} : { after: pageParam })
    return (await api.get(`/api/partners?${asked}`, PartnerPage, { signal })).value
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  staleTime: 0,
})

/** Adds a partner. */
export const addPartner = (body: AddPartner) =>
  api.post('/api/partners', PartnerView, { body, idempotencyKey: body.id })

/** Issues a credential; its token comes back this once. */
export const issueCredential = async (partnerId: string, body: IssueCredential) =>
  (await api.post(`/api/partners/${partnerId}/credentials`, IssuedCredential, { body })).value

/** Takes a credential back. */
export const endCredential = (partnerId: string, credentialId: string) =>
  api.put(`/api/partners/${partnerId}/credentials/${credentialId}/ending`, PartnerView, { body: {} })

/** Where a partner’s program finds the agency. */
export const fhirAddress = () => `${window.location.origin}/api/fhir/R4`
