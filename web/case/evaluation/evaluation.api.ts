import { queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  EvaluationLines,
  type EvaluationSheet,
  EvaluationView,
  type OpenEvaluation,
  type RecordSatisfaction,
} from '#contract/case/evaluation.ts'
import { api, type Versioned } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

type Seen = Versioned<EvaluationView>

const pathOf = (caseId: string) => `/api/cases/${caseId}/evaluations` as const
const keyOf = (caseId: string, id: string) => [...caseKey(caseId), 'evaluation', id] as const

/** The evaluations of a case, newest first. */
export const evaluationsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'evaluations'],
    queryFn: async ({ signal }) => (await api.get(pathOf(caseId), EvaluationLines, { signal })).value,
  })

/** One evaluation and its version. */
export const evaluationQuery = (caseId: string, id: string) =>
  queryOptions({
    queryKey: keyOf(caseId, id),
    queryFn: ({ signal }) => api.get(`${pathOf(caseId)}/${id}`, EvaluationView, { signal }),
  })

/** Begins an evaluation of the active plan. */
export const openEvaluation = (caseId: string, body: OpenEvaluation) =>
  api.post(pathOf(caseId), EvaluationView, { body, idempotencyKey: body.id })

/** Saves the whole sheet. */
export const saveEvaluation = (caseId: string, id: string, body: EvaluationSheet, version: number) =>
  api.put(`${pathOf(caseId)}/${id}`, EvaluationView, { body, version })

/** Signs, or signs beside a colleague, the version that was seen. */
export const signEvaluation = (
  caseId: string,
  id: string,
  noun: 'signature' | 'cosignature',
  version: number,
) => api.put(`${pathOf(caseId)}/${id}/${noun}`, EvaluationView, { body: {}, version })

/** Keeps an answered survey. */
export const recordSatisfaction = (caseId: string, body: RecordSatisfaction) =>
  api.post(`/api/cases/${caseId}/satisfaction-surveys`, EvaluationLines, { body, idempotencyKey: body.id })

/** Shows what the server answered to an act, and lets everything else of the case be read anew. */
export async function keepInStep(queries: QueryClient, seen: Seen) {
  const { id, caseId } = seen.value
  queries.setQueryData(keyOf(caseId, id), seen)
  await queries.invalidateQueries({ queryKey: caseKey(caseId) })
}

/** Keeps a saved draft for the next drawing, without reading anything anew. */
export const keepDraft = (queries: QueryClient, seen: Seen) =>
  queries.setQueryData(keyOf(seen.value.caseId, seen.value.id), seen)
