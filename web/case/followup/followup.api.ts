import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { AftercareView, FollowUpView, type RecordFollowUp } from '#contract/case/followup.ts'
import { api } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

/** What comes after the closing of a case. */
export const aftercareQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'follow-ups'],
    queryFn: async ({ signal }) =>
      (await api.get(`/api/cases/${caseId}/follow-ups`, AftercareView, { signal })).value,
  })

type Place = Readonly<{ caseId: string; id: string; version: number }>

/** Records what a follow-up found. */
export const recordFollowUp = ({ caseId, id, version }: Place, body: RecordFollowUp) =>
  api.put(`/api/cases/${caseId}/follow-ups/${id}/record`, FollowUpView, { body, version })

/** A follow-up does not take place, and why. */
export const cancelFollowUp = ({ caseId, id, version }: Place, reason: string) =>
  api.put(`/api/cases/${caseId}/follow-ups/${id}/cancellation`, FollowUpView, { body: { reason }, version })

/** Puts the closed case away. `version` is the case’s. */
export const archiveCase = (caseId: string, version: number) =>
  api.put(`/api/cases/${caseId}/archive`, AftercareView, { body: {}, version })

/** Opens a closed case again. `version` is the case’s. */
export const reopenCase = (caseId: string, version: number, reason: string) =>
  api.put(`/api/cases/${caseId}/reopening`, AftercareView, { body: { reason }, version })

/** An act in the case after which everything of it is read anew. */
export function useCaseAct<Input>(caseId: string, act: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(caseId) }),
  })
}
