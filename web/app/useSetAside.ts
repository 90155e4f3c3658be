import { same } from './draft.ts'
import { type Typed, useTyped } from './useTyped.ts'

/**
 * For a form that is empty again as soon as it is sent, so that the next entry can be typed at once: what the server then refuses
 * comes back into the form, or lies beside it where something else was typed since. Kept on this device like the form itself.
 * @param key of the form
 */
export function useSetAside<Value extends object>(key: string, typing: Typed<Value>) {
  const aside = useTyped<{ all: readonly Value[] }>(`${key}/aside`, () => ({ all: [] }))
  // Two that say the same are two: each is known by its place.
  const without = (place: number) => aside.value.all.filter((_, at) => at !== place)
  return {
    /** What was refused and waits beside the form, oldest first. */
    all: aside.value.all,
    /** @param emptied how the form stood when `sent` had left it */
    refused(sent: Value, emptied: Value) {
      typing.amend((now) => {
        if (same(now, emptied)) return sent
        aside.amend(({ all }) => ({ all: [...all, sent] }))
        return now
      })
    },
    /**
     * Takes one of them into the form again; what stands there, unless it is `blank`, waits in its place.
     * @returns whether something waits in its place
     */
    takeUp(place: number, blank: Value): boolean {
      const one = aside.value.all[place]
      if (one === undefined) return false
      const isBlank = same(typing.value, blank)
      const waiting = isBlank ? without(place) : [...without(place), typing.value]
      aside.set({ all: waiting })
      if (waiting.length === 0) aside.forget()
      typing.set(one)
      return !isBlank
    },
  }
}
