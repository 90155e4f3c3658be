import type { Kept } from './draft.ts'

const prefix = 'alongside.draft.'

/** Where unsaved text waits on this device. Names begin with the writer's id: another worker never sees it. */
export type DraftStore = {
  read: <Value>(key: string) => Kept<Value> | null
  write: <Value>(key: string, kept: Kept<Value>) => void
  drop: (key: string) => void
}

/** A store on one of the browser's; a full or closed one loses nothing on the screen. */
const storeOn = (storage: () => Storage): DraftStore => ({
  read: (key) => {
    try {
      return JSON.parse(storage().getItem(prefix + key) ?? 'null')
    } catch {
      return null
    }
  },
  write: (key, kept) => {
    try {
      storage().setItem(prefix + key, JSON.stringify(kept))
    } catch {
      // Full or forbidden: the text is still on the screen and on its way to the server.
    }
  },
  drop: (key) => {
    try {
      storage().removeItem(prefix + key)
    } catch {
      // Nothing was kept, so nothing is left behind.
    }
  },
})

/** Keeps drafts in the browser's local storage. */
export const deviceDrafts = storeOn(() => localStorage)

/** Keeps drafts as long as this tab is open: where nobody is signed in, the device may be anybody's. */
export const tabDrafts = storeOn(() => sessionStorage)

/** The names of drafts on this device that begin with `start` (a worker's id). */
export function draftsBeginning(start: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix + start))
      .map((name) => name.slice(prefix.length))
  } catch {
    return []
  }
}
