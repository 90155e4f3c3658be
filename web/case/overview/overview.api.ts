import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { CasePage, CaseView, type CaseState } from '#contract/case/overview.ts'
import { api } from '#web/app/api.ts'

/** The key under which everything of one case is kept; invalidate it after every act in the case. */
export const caseKey = (caseId: string) => ['case', caseId] as const

/** One case as a whole. */
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'overview'],
    queryFn: async ({ signal }) => (await api.get(`/api/cases/${caseId}`, CaseView, { signal })).value,
    staleTime: 0,
  })

/** Whose cases, and in which state. */
export type CaseloadFilter = { show: 'mine' | 'team' | 'agency'; state: CaseState }

/** A caseload, page by page. */
export const caseloadQuery = ({ show, state }: CaseloadFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', show, state],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`
      return (await api.get(`/api/cases?show=${show}&state=${state}${after}`, CasePage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
