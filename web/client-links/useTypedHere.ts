import { useState, useSyncExternalStore } from 'react'
import { tabDrafts } from '#web/app/draft-store.ts'
import { TypedKeeper } from '#web/app/typed-keeper.ts'

/**
 * What whoever has a link types: kept over a reload as long as this tab is open, and no longer, for nobody is signed in and
 * the device may be anybody's.
 * @param key names the link and the form
 */
export function useTypedHere<Value extends object>(key: string, nothing: () => Value) {
  const [keeper] = useState(() => new TypedKeeper(`link/${key}`, nothing, 0, tabDrafts))
  const { value } = useSyncExternalStore(keeper.subscribe, keeper.snapshot)
  return {
    value,
    change: (part: Partial<Value>) => keeper.change(part),
    forget: () => keeper.forget(),
  }
}

export type TypedHere<Value extends object> = Readonly<{
  value: Value
  change: (part: Partial<Value>) => void
  forget: () => void
}>
