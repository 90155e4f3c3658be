import { useQueryClient } from '@tanstack/react-query'
import { caseKey } from '#web/case/overview/overview.api.ts'
import { consentKey } from './consent.api.ts'

type About = Readonly<{ personId: string; caseId: string | null }>

/** What is read anew after a consent or an exception: the person's, and the story of the case. */
export function useAfterConsent({ personId, caseId }: About) {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: consentKey(personId) })
    if (caseId !== null) await queries.invalidateQueries({ queryKey: caseKey(caseId) })
  }
}
