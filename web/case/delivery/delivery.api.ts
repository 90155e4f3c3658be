import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { AddAddendum } from '#contract/case/addenda.ts'
import {
  DeliveryView,
  ProcessRecordPage,
  type ProcessRecordSheet,
  ProcessRecordView,
  type StepDeadline,
  type StepSettlement,
  StepView,
} from '#contract/case/delivery.ts'
import { api, type Versioned } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

/** A record, and the version of it that was seen. */
export type SeenRecord = Versioned<ProcessRecordView>

const recordsPath = (caseId: string) => `/api/cases/${caseId}/process-records` as const
const recordKey = (caseId: string, id: string) => [...caseKey(caseId), 'process-record', id] as const

/** What is next in a case: its active plan and its steps. */
export const deliveryQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'delivery'],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/cases/${caseId}/delivery`, DeliveryView, { signal })).value,
  })

/** The records of a case, newest first, page by page. */
export const recordsQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'process-records'],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? '' : `?after=${encodeURIComponent(pageParam)}`
      return (await api.get(`${recordsPath(caseId)}${after}`, ProcessRecordPage, { signal })).value
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** One record and its version. */
export const recordQuery = (caseId: string, id: string) =>
  queryOptions({
    queryKey: recordKey(caseId, id),
    queryFn: ({ signal }) => api.get(`${recordsPath(caseId)}/${id}`, ProcessRecordView, { signal }),
  })

/** Opens an empty record under the next number. */
export const openRecord = (caseId: string) =>
  api.post(recordsPath(caseId), ProcessRecordView, { body: { id: crypto.randomUUID() } })

/** Saves the whole sheet. */
export const saveRecord = ({ caseId, id }: ProcessRecordView, body: ProcessRecordSheet, version: number) =>
  api.put(`${recordsPath(caseId)}/${id}`, ProcessRecordView, { body, version })

/** Signs the version that was seen. */
export const signRecord = ({ caseId, id }: ProcessRecordView, version: number) =>
  api.put(`${recordsPath(caseId)}/${id}/signature`, ProcessRecordView, { body: {}, version })

/** Adds to a signed record. */
export const addToRecord = ({ caseId, id }: ProcessRecordView, body: AddAddendum) =>
  api.post(`${recordsPath(caseId)}/${id}/addenda`, ProcessRecordView, { body })

/** A step is done, or will not be done. */
export const settleStep = (caseId: string, { id, version }: StepView, body: StepSettlement) =>
  api.put(`/api/cases/${caseId}/steps/${id}/outcome`, StepView, { body, version })

/** The deadline of a step moves. */
export const moveStep = (caseId: string, { id, version }: StepView, body: StepDeadline) =>
  api.put(`/api/cases/${caseId}/steps/${id}/deadline`, StepView, { body, version })

/** Shows what the server answered to an act, and lets everything else of the case be read anew. */
export async function keepInStep(queries: QueryClient, seen: SeenRecord) {
  keepDraft(queries, seen)
  await queries.invalidateQueries({ queryKey: caseKey(seen.value.caseId) })
}

/** Keeps a saved draft for the next drawing, without reading anything anew. */
export const keepDraft = (queries: QueryClient, seen: SeenRecord) =>
  queries.setQueryData(recordKey(seen.value.caseId, seen.value.id), seen)
