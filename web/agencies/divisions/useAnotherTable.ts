import { useQueryClient } from '@tanstack/react-query'
import { divisionsKey } from './divisions.api.ts'

/** Reads everything anew that rests on divisions: another table counts. */
export function useAnotherTable() {
  const queries = useQueryClient()
  return async () => {
    void queries.invalidateQueries({ queryKey: ['screening'] })
    await queries.invalidateQueries({ queryKey: divisionsKey })
  }
}
