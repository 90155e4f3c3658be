import { useSuspenseQuery } from '@tanstack/react-query'
import { caseQuery } from './overview.api.ts'

/** Whether the reader sees the whole case; what is only lent in an emergency shows its records and nothing beside them. */
export function useMayRead(caseId: string): boolean {
  return useSuspenseQuery(caseQuery(caseId)).data.abilities.print === 'yes'
}
