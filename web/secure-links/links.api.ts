import { queryOptions } from '@tanstack/react-query'
import {
  IssuedLink,
  type IssueLink,
  LinkedReferralStanding,
  LinkedReferralView,
  LinkList,
  type MoveLinkedReferral,
  OpenedLink,
} from '#contract/secure-links.ts'
import { api } from '#web/app/api.ts'

const pathOf = (personId: string, referralId: string) =>
  `/api/people/${personId}/referrals/${referralId}/links` as const

/** The links of a referral, newest first. */
export const linksQuery = (personId: string, referralId: string) =>
  queryOptions({
    queryKey: ['referrals', 'links', personId, referralId],
    queryFn: async ({ signal }) =>
      (await api.get(pathOf(personId, referralId), LinkList, { signal })).value.links,
    staleTime: 0,
  })

/** Issues a link; its token comes back this once. */
export const issueLink = async (personId: string, referralId: string, body: IssueLink) =>
  (await api.post(pathOf(personId, referralId), IssuedLink, { body })).value

/** Takes a link back. */
export const endLink = (personId: string, referralId: string, linkId: string) =>
  api.put(`${pathOf(personId, referralId)}/${linkId}/ending`, LinkList, { body: {} })

/** Opens a link with the answer that only its receiver knows. */
export const openLink = async (token: string, answer: string) =>
  (await api.post('/api/link-openings', OpenedLink, { body: { token, answer } })).value

/** What the link opens. */
export const linkedReferralQuery = queryOptions({
  queryKey: ['linked-referral'],
  queryFn: ({ signal }) => api.get('/api/link/referral', LinkedReferralView, { signal }),
  staleTime: 0,
  gcTime: 0,
  retry: false,
})

/** Answers it. */
export const moveLinked = (body: MoveLinkedReferral, version: number) =>
  api.put('/api/link/referral/step', LinkedReferralStanding, { body, version })

/** The address of a link. The token stands after #: a browser sends that part to nobody, so no log ever has it. */
export const addressOf = (token: string) => `${window.location.origin}/link#${token}`

/** The token of the link that was followed, or nothing. */
export const tokenHere = () => window.location.hash.slice(1)
