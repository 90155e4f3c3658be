import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Instrument } from '#contract/instruments.ts'
import { type DecideAlert, InstrumentList, type RecordScale, ScalePage, ScaleView } from '#contract/scales.ts'
import { api } from '#web/app/api.ts'

/** The key under which everything about the scales of a case is kept. */
export const scalesKey = (caseId: string) => ['scales', caseId] as const

/** Every instrument that may be given. */
export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: async ({ signal }) => (await api.get('/api/instruments', InstrumentList, { signal })).value,
})

/** The scales answered in a case, newest first, page by page. */
export const scalesQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: scalesKey(caseId),
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
      return (await api.get(`/api/cases/${caseId}/scales${after}`, ScalePage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })

const longestSeries = 100

/** The last hundred times that one instrument was answered in a case. */
export const seriesQuery = (caseId: string, instrument: string) =>
  queryOptions({
    queryKey: [...scalesKey(caseId), 'series', instrument],
    queryFn: async ({ signal }) => {
      const asked = `limit=${longestSeries}&instrument=${encodeURIComponent(instrument)}`
      return (await api.get(`/api/cases/${caseId}/scales?${asked}`, ScalePage, { signal })).value
    },
    staleTime: 0,
  })

/** Loads an instrument under the agency’s own licence. */
export const loadInstrument = (body: Instrument) => api.post('/api/instruments', InstrumentList, { body })

/** Writes answers down; sent again after a lost answer, they are still there once. */
export const recordScale = (caseId: string, body: RecordScale) =>
  api.post(`/api/cases/${caseId}/scales`, ScaleView, { body, idempotencyKey: body.id })

/** Decides what a danger comes to. */
export const decideAlert = (
  { caseId, id, version }: Pick<ScaleView, 'caseId' | 'id' | 'version'>,
  body: DecideAlert,
) => api.put(`/api/cases/${caseId}/scales/${id}/decision`, ScaleView, { body, version })
