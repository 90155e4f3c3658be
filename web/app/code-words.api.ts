import { queryOptions } from '@tanstack/react-query'
import { CodeWords } from '#contract/settings/code-lists.ts'
import { api } from './api.ts'

/** How the agency calls the codes of its lists, in every version it wrote. */
export const codeWordsQuery = queryOptions({
  queryKey: ['settings', 'code-words'],
  queryFn: async ({ signal }) => (await api.get('/api/agency/code-words', CodeWords, { signal })).value,
  staleTime: 5 * 60_000,
  refetchOnWindowFocus: false,
})
