import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { type OwnAnswers, OwnFieldsView } from '#contract/case/own-fields.ts'
import { api } from '#web/app/api.ts'

const path = (caseId: string, recordId: string) => `/api/cases/${caseId}/own-fields/${recordId}` as const

/** The agency's own fields of a record; `state` changes when the record is signed, and they are asked for anew. */
export const ownFieldsQuery = (caseId: string, recordId: string, state: string) =>
  queryOptions({
    queryKey: ['own-fields', caseId, recordId, state],
    queryFn: async ({ signal }) => (await api.get(path(caseId, recordId), OwnFieldsView, { signal })).value,
    staleTime: 0,
  })

/** Keeps the answers against the version that was seen. */
export const saveOwnAnswers = (caseId: string, recordId: string, body: OwnAnswers, version: number) =>
  api.put(path(caseId, recordId), OwnFieldsView, { body, version })

/** Says that what a rule of the agency asked for is done. */
export const finishOwnWork = (caseId: string, taskId: string) =>
  api.put(`/api/cases/${caseId}/own-work/${taskId}/completion`, z.object({ done: z.literal(true) }), {
    body: {},
  })
