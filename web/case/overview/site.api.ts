import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CaseView } from '#contract/case/overview.ts'
import type { MoveCaseToSite } from '#contract/case/site.ts'
import { api } from '#web/app/api.ts'
import { caseKey } from './overview.api.ts'

/** Moves a case to another site; everything of the case is read again. */
export function useMovingToSite({ id, version }: CaseView) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: MoveCaseToSite) => api.put(`/api/cases/${id}/site`, CaseView, { body, version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: caseKey(id) }),
  })
}
