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

const waiting = new Set<() => void>()

/** Tells whatever waits to be saved that its writer is signed in again. */
export function announceReturn(): void {
  for (const listener of waiting) listener()
}

/** Calls `listener` when the writer of this page has signed in again; returns how to stop listening. */
export function onReturn(listener: () => void): () => void {
  waiting.add(listener)
  return () => void waiting.delete(listener)
}

let drawnForId: string | null = null
let isLeft = false

/** For which worker this page is drawn: whatever it asks is asked for them, and for nobody else. */
export function drawFor(workerId: string): void {
  drawnForId = workerId
}

export const whomDrawnFor = (): string | null => drawnForId

/**
 * Somebody else signed in over this page: it is loaded anew, with nothing in memory of whoever was here before. What they have
 * not saved waits on the device under their own name.
 */
export function beginForSomebodyElse(): void {
  isLeft = true
  window.location.assign('/')
}

/** Whether this page is on its way out, and asks nobody any more whether it may go. */
export const isBeingLeft = (): boolean => isLeft
