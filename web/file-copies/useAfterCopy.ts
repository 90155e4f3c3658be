import { useQueryClient } from '@tanstack/react-query'
import { caseKey } from '#web/case/overview/overview.api.ts'
import { fileCopiesKey } from './file-copies.api.ts'

/** What is read anew after a step of a request: the requests of the case, and its story. */
export function useAfterCopy(caseId: string) {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: fileCopiesKey(caseId) })
    await queries.invalidateQueries({ queryKey: caseKey(caseId) })
  }
}
