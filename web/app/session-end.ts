const listeners = new Set<() => void>()

/** Tells the shell that the server no longer knows who is asking. Text on the screen stays. */
export function announceSessionEnd(): void {
  for (const listener of listeners) listener()
}

/** Calls `listener` when the session has ended; returns how to stop listening. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
