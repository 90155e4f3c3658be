import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { WorkerPage } from '#contract/agencies.ts'
import type { ConfideCase } from '#contract/case/confidentiality.ts'
import { CaseView } from '#contract/case/overview.ts'
import { api } from '#web/app/api.ts'
import { caseKey } from './overview.api.ts'

/** The colleagues who may be named. */
export const colleaguesQuery = queryOptions({
  queryKey: ['confidentiality', 'workers'],
  queryFn: async ({ signal }) => (await api.get('/api/workers?limit=100', WorkerPage, { signal })).value.rows,
})

/** Draws the circle of a case anew; everything of the case is read again. */
export function useConfiding({ id, version }: CaseView) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: ConfideCase) =>
      api.put(`/api/cases/${id}/confidentiality`, CaseView, { body, version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(id) }),
  })
}
