import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type CheckIn, WaitPage, WaitView } from '#contract/case/waiting.ts'
import { api } from '#web/app/api.ts'

/** Who waits, page by page. */
export const waitsQuery = (order: 'place' | 'check-in') =>
  infiniteQueryOptions({
    queryKey: ['waits', order],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`
      return (await api.get(`/api/waits?order=${order}${after}`, WaitPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** Where somebody stands on the list. */
export const waitQuery = (inquiryId: string) =>
  queryOptions({
    queryKey: ['waits', 'one', inquiryId],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/inquiries/${inquiryId}/wait`, WaitView, { signal })).value,
  })

/** Writes down that somebody was asked after. */
export const checkIn = async (inquiryId: string, body: CheckIn, version: number) =>
  (await api.put(`/api/inquiries/${inquiryId}/wait/check-in`, WaitView, { body, version })).value
