import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import {
  AnsweredPaper,
  type Asked,
  ClientLinkPage,
  type IssueClientLink,
  IssuedClientLink,
  LinkedPaperView,
  type PaperAnswer,
} from '#contract/client-links.ts'
import { api } from '#web/app/api.ts'

const pathOf = (caseId: string) => `/api/cases/${caseId}/client-links` as const

/** The links of a case for one purpose, of one subject where it is named, newest first. */
export const clientLinksQuery = (caseId: string, purpose: Asked['purpose'], subjectId?: string) =>
  infiniteQueryOptions({
    queryKey: ['client-links', caseId, purpose, subjectId ?? ''],
    queryFn: async ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        purpose,
        limit: '10',
        ...(subjectId === undefined ? {} : { subjectId }),
        ...(pageParam === null ? {} : { after: pageParam }),
      })
      return (await api.get(`${pathOf(caseId)}?${asked.toString()}`, ClientLinkPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

/** Issues a link; its token comes back this once. */
export const issueClientLink = async (caseId: string, body: IssueClientLink) =>
  (await api.post(pathOf(caseId), IssuedClientLink, { body })).value

/** Takes a link back. */
export const endClientLink = (caseId: string, id: string) =>
  api.put(`${pathOf(caseId)}/${id}/ending`, z.object({ ended: z.literal(true) }), { body: {} })

/** What the link that was opened here asks. */
export const linkedPaperQuery = (linkId: string) =>
  queryOptions({
    queryKey: ['linked-paper', linkId],
    queryFn: ({ signal }) => api.get('/api/link/paper', LinkedPaperView, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })

/** Answers it, once. */
export const answerPaper = async (body: PaperAnswer, version: number) =>
  (await api.put('/api/link/paper/answer', AnsweredPaper, { body, version })).value
