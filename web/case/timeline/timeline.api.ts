import { infiniteQueryOptions } from '@tanstack/react-query'
import { StoryPage } from '#contract/case/timeline.ts'
import { api } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

/** The story of a case, newest first, page by page. */
export const storyQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'timeline'],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
      return (await api.get(`/api/cases/${caseId}/timeline${after}`, StoryPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
