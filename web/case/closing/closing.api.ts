import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { type ClosingDecision, ClosingLines, type ClosingSheet, ClosingView } from '#contract/case/closing.ts'
import { api, type Versioned } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

type Seen = Versioned<ClosingView>

const pathOf = (caseId: string) => `/api/cases/${caseId}/closings` as const
const keyOf = (caseId: string, id: string) => [...caseKey(caseId), 'closing', id] as const

/** The closings of a case, newest first. */
export const closingsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'closings'],
    queryFn: async ({ signal }) => (await api.get(pathOf(caseId), ClosingLines, { signal })).value,
  })

/** One closing and its version. */
export const closingQuery = (caseId: string, id: string) =>
  queryOptions({
    queryKey: keyOf(caseId, id),
    queryFn: ({ signal }) => api.get(`${pathOf(caseId)}/${id}`, ClosingView, { signal }),
  })

/** Begins the closing. */
export const openClosing = (caseId: string, id: string) =>
  api.post(pathOf(caseId), ClosingView, { body: { id }, idempotencyKey: id })

/** Saves the whole sheet. */
export const saveClosing = (caseId: string, id: string, body: ClosingSheet, version: number) =>
  api.put(`${pathOf(caseId)}/${id}`, ClosingView, { body, version })

/** Submits the version that was seen. */
export const submitClosing = (caseId: string, id: string, version: number) =>
  api.put(`${pathOf(caseId)}/${id}/submission`, ClosingView, { body: {}, version })

/** Approves or returns the version that was seen. */
export const decideClosing = (caseId: string, id: string, body: ClosingDecision, version: number) =>
  api.put(`${pathOf(caseId)}/${id}/decision`, ClosingView, { body, version })

/** Shows what the server answered to an act, and lets everything else of the case be read anew. */
export async function keepInStep(queries: QueryClient, seen: Seen) {
  const { id, caseId } = seen.value
  queries.setQueryData(keyOf(caseId, id), seen)
  await queries.invalidateQueries({ queryKey: caseKey(caseId) })
}

/** Keeps a saved draft for the next drawing, without reading anything anew. */
export const keepDraft = (queries: QueryClient, seen: Seen) =>
  queries.setQueryData(keyOf(seen.value.caseId, seen.value.id), seen)
