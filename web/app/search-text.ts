import { useSyncExternalStore } from 'react'

let text = ''
const listeners = new Set<() => void>()

/** Changes what is looked for. It lives in memory only: a name must not stand in an address or in the browser's history. */
export function searchFor(sought: string): void {
  text = sought
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What the search box asks for; the page /people answers it through POST /api/searches. */
export const useSearchText = (): string => useSyncExternalStore(subscribe, () => text)
