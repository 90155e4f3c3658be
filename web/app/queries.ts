import { QueryClient } from '@tanstack/react-query'
import { RefusedByServer } from './api.ts'
import { meQuery } from './me.api.ts'

/** What was read of the server. Reads are tried again when the server is away, never when it said no. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => !(error instanceof RefusedByServer) && failures < 2,
      staleTime: 5_000,
    },
  },
})

/** Whether the server has told who is signed in. */
export const somebodyIsIn = (): boolean => queries.getQueryData(meQuery.queryKey) !== undefined
