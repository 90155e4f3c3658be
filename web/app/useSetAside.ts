import { same } from './draft.ts'
import { type Typed, useTyped } from './useTyped.ts'

/**
 * For a form that is empty again as soon as it is sent, so that the next entry can be typed at once: what the server then refuses
 * comes back into the form, or lies beside it where something else was typed since. Kept on this device like the form itself.
 * @param key of the form
 */
export function useSetAside<Value extends object>(key: string, typing: Typed<Value>) {
  const aside = useTyped<{ all: readonly Value[] }>(`${key}/aside`, () => ({ all: [] }))
  const without = (one: Value) => aside.value.all.filter((each) => each !== one)
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
    /** Takes one of them into the form again; what stands there, unless it is `blank`, waits in its place. */
    takeUp(one: Value, blank: Value) {
      const waiting = same(typing.value, blank) ? without(one) : [...without(one), typing.value]
      aside.set({ all: waiting })
      if (waiting.length === 0) aside.forget()
      typing.set(one)
    },
  }
}
