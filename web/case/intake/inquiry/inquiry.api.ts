import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { AgencyView, WorkerPage } from '#contract/agencies.ts'
import {
  DeskCounts,
  type EmergencyDecision,
  type InquiryDecision,
  InquiryPage,
  type InquirySheet,
  InquiryView,
  type OpenInquiry,
  type PreliminaryAssessmentSheet,
  type Sharing,
} from '#contract/case/intake.ts'
import { type ReporterSheet, ReporterView } from '#contract/case/reporter.ts'
import type { ReporterLookReason } from '#contract/codes/index.ts'
import { api } from '#web/app/api.ts'

/** One first contact. */
export const inquiryQuery = (id: string) =>
  queryOptions({
    queryKey: ['inquiry', id],
    queryFn: async ({ signal }) => (await api.get(`/api/inquiries/${id}`, InquiryView, { signal })).value,
  })

/** The desk's list, page by page: what is open, or what was concluded. */
export const inquiriesQuery = (show: 'open' | 'concluded', asked = '') =>
  infiniteQueryOptions({
    queryKey: ['inquiries', show, asked],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`
      return (await api.get(`/api/inquiries?show=${show}${asked}${after}`, InquiryPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** How many stand at the desk. */
export const deskCountsQuery = queryOptions({
  queryKey: ['inquiries', 'counts'],
  queryFn: async ({ signal }) => (await api.get('/api/inquiries/counts', DeskCounts, { signal })).value,
})

/** Opens a first contact; the id is made by the screen, so that a retry opens nothing twice. */
export const openInquiry = (body: OpenInquiry) =>
  api.post('/api/inquiries', InquiryView, { body, idempotencyKey: body.id })

const put = (noun: string) => (id: string, body: unknown, version: number) =>
  api.put(`/api/inquiries/${id}${noun}`, InquiryView, { body, version })

/** An act on one first contact: its body, and the version that was seen. */
export type InquiryAct<Body> = (id: string, body: Body, version: number) => ReturnType<ReturnType<typeof put>>

/** Everything that is done to a first contact; each answers with its new view. */
export const inquiryActs: {
  change: InquiryAct<InquirySheet>
  decideEmergency: InquiryAct<EmergencyDecision>
  register: InquiryAct<Record<string, never>>
  assess: InquiryAct<PreliminaryAssessmentSheet>
  share: InquiryAct<Sharing>
  decide: InquiryAct<Partial<InquiryDecision>>
  protect: InquiryAct<ReporterSheet>
} = {
  change: put(''),
  decideEmergency: put('/emergency-decision'),
  register: put('/registration'),
  assess: put('/preliminary-assessment'),
  share: put('/sharing'),
  decide: put('/decision'),
  protect: put('/reporter'),
}

/** Shows who reported it; the audit keeps the look and its reason. Never kept on this device. */
export const showReporter = async (id: string, reason: ReporterLookReason | null) =>
  (await api.get(`/api/inquiries/${id}/reporter${reason === null ? '' : `?reason=${reason}`}`, ReporterView))
    .value

/** The colleagues who may become case managers. */
export const colleaguesQuery = queryOptions({
  queryKey: ['intake', 'workers'],
  queryFn: async ({ signal }) => (await api.get('/api/workers?limit=100', WorkerPage, { signal })).value.rows,
})

/** What the agency says of itself: its scope, its area, what it asks of clients. */
export const agencyQuery = queryOptions({
  queryKey: ['intake', 'agency'],
  queryFn: async ({ signal }) => (await api.get('/api/agency', AgencyView, { signal })).value,
})
