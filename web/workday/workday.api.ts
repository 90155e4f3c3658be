import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { DuePage, NoticePage, ReviewPage } from '#contract/workday.ts'
import { api } from '#web/app/api.ts'

const everyMinute = 60_000
const afterOf = (cursor: string | null) => (cursor === null ? '' : `?after=${encodeURIComponent(cursor)}`)

/** What is due for me, page by page. */
export const todayQuery = infiniteQueryOptions({
  queryKey: ['today'],
  queryFn: async ({ pageParam, signal }) =>
    (await api.get(`/api/today${afterOf(pageParam)}`, DuePage, { signal })).value,
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  // What was just done elsewhere is no longer due: always asked anew.
  staleTime: 0,
})

/** What waits for my signature, page by page. */
export const reviewsQuery = infiniteQueryOptions({
  queryKey: ['reviews'],
  queryFn: async ({ pageParam, signal }) =>
    (await api.get(`/api/reviews${afterOf(pageParam)}`, ReviewPage, { signal })).value,
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  staleTime: 0,
})

/** What I must be told; asked again every minute, because an emergency does not wait. */
export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: async ({ signal }) => (await api.get('/api/notices', NoticePage, { signal })).value,
  refetchInterval: everyMinute,
})

/** I have seen a notice. */
export const seeNotice = (noticeId: string) =>
  api.put(`/api/notices/${noticeId}/sight`, z.object({ seen: z.literal(true) }), { body: {} })
