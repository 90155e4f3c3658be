import type { Kept } from './draft.ts'
import { nameOfTab } from './tab-name.ts'

const prefix = 'alongside.draft.'
/** Stands between the name of a draft and that of its tab. */
const ofTab = '~'

/** Where unsaved text waits on this device. Names begin with the writer's id: another worker never sees it. */
export type DraftStore = {
  read: <Value>(key: string) => Kept<Value> | null
  write: <Value>(key: string, kept: Kept<Value>) => void
  drop: (key: string) => void
}

/** A draft of another tab, as it was when it was read here. */
type Other = Readonly<{ place: string; at: string }>
type Lying = Kept<unknown> & { over?: Other }

/**
 * A store on one of the browser's; a full or closed one loses nothing on the screen. Each tab has a place of its own, so that
 * two tabs with one form neither write over nor throw away what the other holds. What a tab that is gone has left, or one
 * beside this has begun, is read where this tab has nothing; it goes when this tab drops what it made of it.
 */
export function draftsIn(storage: () => Storage, tab: () => string): DraftStore {
  const taken = new Map<string, Other>()
  const own = (key: string) => (tab() === '' ? prefix + key : prefix + key + ofTab + tab())
  return {
    read: <Value>(key: string) => {
      try {
        const mine = lyingAt(storage(), own(key))
        const other = mine ? null : newestOf(storage(), key)
        const over = mine ? mine.over : (other ?? undefined)
        if (over) taken.set(key, { place: over.place, at: over.at })
        return (mine ?? other?.lying ?? null) as Kept<Value> | null
      } catch {
        return null
      }
    },
    write: (key, kept) => {
      try {
        storage().setItem(own(key), JSON.stringify({ ...kept, over: taken.get(key) }))
      } catch {
        // Full or forbidden: the text is still on the screen and on its way to the server.
      }
    },
    drop: (key) => {
      try {
        storage().removeItem(own(key))
        const other = taken.get(key)
        taken.delete(key)
        // What that tab has written since is its own.
        if (other && lyingAt(storage(), other.place)?.at === other.at) storage().removeItem(other.place)
      } catch {
        // Nothing was kept, so nothing is left behind.
      }
    },
  }
}

const lyingAt = (storage: Storage, place: string): Lying | null =>
  JSON.parse(storage.getItem(place) ?? 'null')

/** What was written last under this name, by whatever tab. */
function newestOf(storage: Storage, key: string): (Other & { lying: Lying }) | null {
  const found = Object.keys(storage)
    .filter((place) => place === prefix + key || place.startsWith(prefix + key + ofTab))
    .flatMap((place) => {
      const lying = lyingAt(storage, place)
      return lying ? [{ place, at: lying.at, lying }] : []
    })
  return found.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0] ?? null
}

let name: string | undefined

/** Keeps drafts in the browser's local storage. */
export const deviceDrafts = draftsIn(
  () => localStorage,
  () => (name ??= nameOfTab()),
)

/** Keeps drafts as long as this tab is open: where nobody is signed in, the device may be anybody's. */
export const tabDrafts = draftsIn(
  () => sessionStorage,
  () => '',
)

/** Where drafts lie on this device that begin with `start` (a worker's id), of every tab. */
const placesOf = (start: string): string[] =>
  Object.keys(localStorage).filter((place) => place.startsWith(prefix + start))

/** Whether this device holds drafts that begin with `start`. */
export function hasDrafts(start: string): boolean {
  try {
    return placesOf(start).length > 0
  } catch {
    return false
  }
}

/** Throws them away: their writer left, and said so. */
export function forgetDrafts(start: string): void {
  try {
    for (const place of placesOf(start)) localStorage.removeItem(place)
  } catch {
    // Nothing was kept, so nothing is left behind.
  }
}
