import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { type GivePlanConfirmation, PlanPage, type PlanSheet, PlanView } from '#contract/case/plan.ts'
import { api, type Versioned } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'

/** A plan, and the version of it that was seen. */
export type SeenPlan = Versioned<PlanView>

const pathOf = (caseId: string) => `/api/cases/${caseId}/plans` as const
const keyOf = (caseId: string, planId: string) => [...caseKey(caseId), 'plan', planId] as const

/** The editions of the plan of a case, newest first; nobody has more than a hundred. */
export const plansQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'plans'],
    queryFn: async ({ signal }) => (await api.get(`${pathOf(caseId)}?limit=100`, PlanPage, { signal })).value,
  })

/** One plan and its version. */
export const planQuery = (caseId: string, planId: string) =>
  queryOptions({
    queryKey: keyOf(caseId, planId),
    queryFn: ({ signal }) => api.get(`${pathOf(caseId)}/${planId}`, PlanView, { signal }),
  })

/** Begins the plan or its next edition; refused while one is being written. */
export const openPlan = (caseId: string) =>
  api.post(pathOf(caseId), PlanView, { body: { id: crypto.randomUUID() } })

/** Saves the whole sheet. */
export const savePlan = ({ caseId, id }: PlanView, body: PlanSheet, version: number) =>
  api.put(`${pathOf(caseId)}/${id}`, PlanView, { body, version })

/** The decisions about a plan; each answers with the plan as it then is. */
export type PlanDecision = 'signature' | 'cosignature' | 'activation'

/** Signs, co-signs or activates the version that was seen. */
export const decidePlan = ({ caseId, id }: PlanView, noun: PlanDecision, version: number) =>
  api.put(`${pathOf(caseId)}/${id}/${noun}`, PlanView, { body: {}, version })

/** Records that somebody confirmed the plan. */
export const confirmPlan = ({ caseId, id }: PlanView, body: GivePlanConfirmation) =>
  api.post(`${pathOf(caseId)}/${id}/confirmations`, PlanView, { body })

/** Shows what the server answered to an act, and lets everything else of the case be read anew. */
export async function keepInStep(queries: QueryClient, seen: SeenPlan) {
  const { caseId, id } = seen.value
  queries.setQueryData(keyOf(caseId, id), seen)
  await queries.invalidateQueries({ queryKey: caseKey(caseId) })
}

/** Keeps a saved draft for the next drawing, without reading anything anew. */
export const keepDraft = (queries: QueryClient, seen: SeenPlan) =>
  queries.setQueryData(keyOf(seen.value.caseId, seen.value.id), seen)
