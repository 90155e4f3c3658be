import {
  useQueryClient,
  type Query,
  type QueryClient,
  type QueryKey,
  type QueryOptions,
} from '@tanstack/react-query'
import { use } from 'react'

/** What comes later than that is waited for where it stands. */
const patience = 1_000

const waits = new WeakMap<Query, Promise<unknown>>()

type Wanted = Readonly<{ queryKey: QueryKey }>

/**
 * Asks, if nobody has, and says what to wait for; null where the answer, or its refusal, was there before. What was once waited for
 * stays: React counts what a drawing waits for by its place.
 */
function waitFor(queries: QueryClient, wanted: Wanted): Promise<unknown> | null {
  const options: QueryOptions & Wanted = queries.defaultQueryOptions(wanted)
  const query = queries.getQueryCache().build(queries, options)
  const begun = waits.get(query)
  if (begun) return begun
  if (query.state.status !== 'pending') return null
  // Kept until it is drawn, also where it is not kept longer than it is shown.
  const answer = queries.prefetchQuery({ ...options, gcTime: Math.max(options.gcTime ?? 0, patience) })
  const wait = Promise.race([answer, new Promise((late) => setTimeout(late, patience))])
  waits.set(query, wait)
  return wait
}

/**
 * Waits, before a part of a page is drawn, for what it shows at once: it is asked for together and drawn once, in small pieces,
 * instead of anew for each answer, and nothing moves under a finger. What was refused is asked again where it would stand, and
 * told of there.
 */
export function useSettled(wanted: readonly Wanted[]): void {
  const queries = useQueryClient()
  for (const wait of wanted.map((one) => waitFor(queries, one))) if (wait) use(wait)
}
