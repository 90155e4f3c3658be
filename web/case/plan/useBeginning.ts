import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { keepInStep, openPlan, plansQuery } from './plan.api.ts'

/** Begins a plan or its next edition, where the server allows it. */
export function useBeginning(caseId: string) {
  const queries = useQueryClient()
  const { data: plans } = useSuspenseQuery(plansQuery(caseId))
  const mutation = useMutation({
    mutationFn: () => openPlan(caseId),
    onSuccess: (seen) => keepInStep(queries, seen),
  })
  return { begin: { ...mutation, mutate: () => mutation.mutate() }, ability: plans.abilities.open }
}
