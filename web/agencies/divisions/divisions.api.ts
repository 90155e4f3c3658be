import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  type BringEdition,
  DivisionList,
  EditionPage,
  EditionReportPage,
  EditionView,
} from '#contract/case/divisions.ts'
import type { DivisionOutcome } from '#contract/codes/index.ts'
import { api } from '#web/app/api.ts'

/** Everything that is read of divisions; asked again when another table counts. */
export const divisionsKey = ['divisions'] as const

const place = '/api/division-editions'
const pageQuery = (pageParam: string | null, more = '') =>
  `?limit=50${more}${pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`}`

/** The provinces of the table that counts, and where it comes from. */
export const tableQuery = queryOptions({
  queryKey: [...divisionsKey, ''],
  queryFn: async ({ signal }) => (await api.get('/api/divisions?under=', DivisionList, { signal })).value,
})

/** The editions that were brought in, newest first. */
export const editionsQuery = infiniteQueryOptions({
  queryKey: [...divisionsKey, 'editions'],
  queryFn: async ({ pageParam, signal }) =>
    (await api.get(`${place}${pageQuery(pageParam)}`, EditionPage, { signal })).value,
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

/** One edition, and how its lines came out. */
export const editionQuery = (id: string) =>
  queryOptions({
    queryKey: [...divisionsKey, 'edition', id],
    queryFn: async ({ signal }) => (await api.get(`${place}/${id}`, EditionView, { signal })).value,
    staleTime: 0,
  })

/** Its report, line by line. */
export const linesQuery = (id: string, outcome: DivisionOutcome | 'all') =>
  infiniteQueryOptions({
    queryKey: [...divisionsKey, 'edition', id, 'lines', outcome],
    queryFn: async ({ pageParam, signal }) => {
      const query = pageQuery(pageParam, outcome === 'all' ? '' : `&outcome=${outcome}`)
      return (await api.get(`${place}/${id}/lines${query}`, EditionReportPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** Sends a table to be checked; nothing is taken yet. */
export const bringEdition = async (body: BringEdition) =>
  (await api.post(place, EditionView, { body, idempotencyKey: body.id })).value

/** Takes a checked edition. */
export const takeEdition = ({ id, version }: EditionView) =>
  api.put(`${place}/${id}/taking`, EditionView, { body: {}, version })

/** Goes back to the table before it. */
export const undoEdition = ({ id, version }: EditionView) =>
  api.put(`${place}/${id}/undoing`, EditionView, { body: {}, version })
