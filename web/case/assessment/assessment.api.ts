import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { AddAddendum } from '#contract/case/addenda.ts'
import {
  AssessmentPage,
  type AssessmentSheet,
  AssessmentView,
  type ClientView,
  type OpenAssessment,
} from '#contract/case/assessment.ts'
import { InterviewPage, InterviewView } from '#contract/case/interview.ts'
import { api, type Versioned } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

type Seen = Versioned<AssessmentView>

const pathOf = (caseId: string) => `/api/cases/${caseId}/assessments` as const
const keyOf = (caseId: string, id: string) => [...caseKey(caseId), 'assessment', id] as const

/** The assessments of a case, newest first, page by page. */
export const assessmentsQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'assessments'],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
      return (await api.get(`${pathOf(caseId)}${after}`, AssessmentPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** One assessment and its version. */
export const assessmentQuery = (caseId: string, id: string) =>
  queryOptions({
    queryKey: keyOf(caseId, id),
    queryFn: ({ signal }) => api.get(`${pathOf(caseId)}/${id}`, AssessmentView, { signal }),
  })

/** Begins an assessment; refused while another is being written. */
export const openAssessment = (caseId: string, body: OpenAssessment) =>
  api.post(pathOf(caseId), AssessmentView, { body })

/** Saves the whole sheet. */
export const saveAssessment = (caseId: string, id: string, body: AssessmentSheet, version: number) =>
  api.put(`${pathOf(caseId)}/${id}`, AssessmentView, { body, version })

/** Signs the version that was seen. */
export const signAssessment = (caseId: string, id: string, version: number) =>
  api.put(`${pathOf(caseId)}/${id}/signature`, AssessmentView, { body: {}, version })

/** Signs beside a colleague of level 4. */
export const cosignAssessment = (caseId: string, id: string, version: number) =>
  api.put(`${pathOf(caseId)}/${id}/cosignature`, AssessmentView, { body: {}, version })

/** Records what the client said. */
export const giveClientView = (caseId: string, id: string, body: ClientView, version: number) =>
  api.put(`${pathOf(caseId)}/${id}/client-view`, AssessmentView, { body, version })

/** Adds to a signed assessment what must be said later. */
export const addToAssessment = (caseId: string, id: string, body: AddAddendum) =>
  api.post(`${pathOf(caseId)}/${id}/addenda`, AssessmentView, { body, idempotencyKey: body.id })

/** Shows what the server answered to an act, and lets everything else of the case be read anew. */
export async function keepInStep(queries: QueryClient, seen: Seen) {
  const { id, case: ofCase } = seen.value
  queries.setQueryData(keyOf(ofCase.id, id), seen)
  await queries.invalidateQueries({ queryKey: caseKey(ofCase.id) })
}

/** Keeps a saved draft for the next drawing, without reading anything anew. */
export const keepDraft = (queries: QueryClient, seen: Seen) =>
  queries.setQueryData(keyOf(seen.value.case.id, seen.value.id), seen)

/** The newest interview of a case; null where there is none. */
export const latestInterviewQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'latest-interview'],
    queryFn: async ({ signal }) => {
      const { value: page } = await api.get(`/api/cases/${caseId}/interviews?limit=1`, InterviewPage, {
        signal,
      })
      const [newest] = page.rows
      if (!newest) return null
      return (await api.get(`/api/cases/${caseId}/interviews/${newest.id}`, InterviewView, { signal })).value
    },
  })
