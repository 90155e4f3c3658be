import { infiniteQueryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import {
  BreakGlassLine,
  BreakGlassOpened,
  BreakGlassPage,
  type BreakGlassReview,
  type OpenBreakGlass,
} from '#contract/break-glass.ts'
import { api } from '#web/app/api.ts'

/** Opens a case; the id is made by the screen, so that a retry opens nothing twice. */
export const openBreakGlass = async (body: OpenBreakGlass) =>
  (await api.post('/api/break-glass-openings', BreakGlassOpened, { body, idempotencyKey: body.id })).value

/** Gives a case back before its time. */
export const closeBreakGlass = (openingId: string) =>
  api.put(`/api/break-glass-openings/${openingId}/closure`, z.object({ closed: z.literal(true) }), {
    body: {},
  })

/** Says what one thinks of an opening. */
export const reviewBreakGlass = (openingId: string, body: BreakGlassReview) =>
  api.put(`/api/break-glass-openings/${openingId}/review`, BreakGlassLine, { body })

export type OpeningsShown = 'unreviewed' | 'all'

/** What was opened, page by page. */
export const openingsQuery = (show: OpeningsShown) =>
  infiniteQueryOptions({
    queryKey: ['break-glass', show],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`
      return (await api.get(`/api/break-glass-openings?show=${show}${after}`, BreakGlassPage, { signal }))
        .value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
