import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PlanSheet } from '#contract/case/plan.ts'
import { useDraftSheet } from '#web/app/useDraftSheet.ts'
import { decidePlan, keepDraft, keepInStep, planQuery, savePlan, type SeenPlan } from './plan.api.ts'

const sheetOf = ({ value, version }: SeenPlan) => ({ value: value.sheet, version })

/** The sheet of a draft, saved as one writes, and its signing. */
export function usePlanSheet(seen: SeenPlan) {
  const queries = useQueryClient()
  const { caseId, id } = seen.value
  const kept = (answer: SeenPlan) => {
    keepDraft(queries, answer)
    return sheetOf(answer)
  }
  const draft = useDraftSheet<PlanSheet>({
    key: `plan/${id}`,
    load: sheetOf(seen),
    save: async (value, version) => kept(await savePlan(seen.value, value, version)),
    reload: async () => kept(await queries.fetchQuery({ ...planQuery(caseId, id), staleTime: 0 })),
  })
  const sign = useMutation({
    mutationFn: async () => {
      const { version } = await draft.flush()
      return decidePlan(seen.value, 'signature', version)
    },
    onSuccess: (answer) => keepInStep(queries, answer),
  })
  return { draft, sign }
}
