import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { InquiryView } from '#contract/case/intake.ts'
import {
  LeafletPage,
  type LeafletSheet,
  LeafletView,
  type NewLeaflet,
  type NewOutreach,
  OutreachPage,
  type OutreachSheet,
  OutreachView,
  type ReceiveContact,
} from '#contract/case/reception.ts'
import { api } from '#web/app/api.ts'

/** Sends a whole first contact; the id is made by the screen, so that a retry receives nobody twice. */
export const receiveContact = (body: ReceiveContact) =>
  api.post('/api/receptions', InquiryView, { body, idempotencyKey: crypto.randomUUID() })

/** The agency's leaflets; an agency has a handful. */
export const leafletsQuery = queryOptions({
  queryKey: ['leaflets'],
  queryFn: async ({ signal }) => (await api.get('/api/leaflets?limit=100', LeafletPage, { signal })).value,
})

/** One leaflet, as it is printed or rewritten. */
export const leafletQuery = (id: string) =>
  queryOptions({
    queryKey: ['leaflets', id],
    queryFn: async ({ signal }) => (await api.get(`/api/leaflets/${id}`, LeafletView, { signal })).value,
  })

/** Writes a leaflet for the first time. */
export const writeLeaflet = (body: NewLeaflet) =>
  api.post('/api/leaflets', LeafletView, { body, idempotencyKey: body.id })

/** Rewrites a leaflet against the version that was seen. */
export const changeLeaflet = (id: string, body: LeafletSheet, version: number) =>
  api.put(`/api/leaflets/${id}`, LeafletView, { body, version })

/** Outreach events, newest first, page by page. */
export const outreachesQuery = infiniteQueryOptions({
  queryKey: ['outreach', 'list'],
  queryFn: async ({ pageParam, signal }) => {
    const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
    return (await api.get(`/api/outreach-events${after}`, OutreachPage, { signal })).value
  },
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

/** One outreach event and whom it led to. */
export const outreachQuery = (id: string) =>
  queryOptions({
    queryKey: ['outreach', id],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/outreach-events/${id}`, OutreachView, { signal })).value,
  })

/** Records an outreach event. */
export const recordOutreach = (body: NewOutreach) =>
  api.post('/api/outreach-events', OutreachView, { body, idempotencyKey: body.id })

/** Puts an outreach event right against the version that was seen. */
export const changeOutreach = (id: string, body: OutreachSheet, version: number) =>
  api.put(`/api/outreach-events/${id}`, OutreachView, { body, version })
