import { useQueryClient } from '@tanstack/react-query'

/** What is read anew after a step of a referral: everything, for a step touches lists, the case, its story and Today. */
export function useAfterReferral() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries()
}
