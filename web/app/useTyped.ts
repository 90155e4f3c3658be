import { useState } from 'react'
import { deviceDrafts } from './draft-store.ts'
import { useMe } from './MeContext.tsx'

/** What is typed into a form that is sent whole, and where it is kept meanwhile. */
export type Typed<Value> = {
  value: Value
  set: (value: Value) => void
  change: (part: Partial<Value>) => void
  /** Once the server has taken it: nothing of it is left on this device. */
  forget: () => void
  /** Text of an earlier sitting was put back. */
  restored: boolean
  /** Throws away what was put back, and begins again. */
  beginAnew: () => void
}

/**
 * State of a form that is sent whole, such as a reason or a new record: kept on this device under the writer’s name while
 * it is typed, so that a reload, a lost sign-in or a dead server takes nothing. The id of a new record is part of it: what
 * is sent again after a reload is the same record. Where text may not lie on a device (passwords, what is sealed in the
 * database), `useState` is right.
 * @param key names the form and its record: `consent/${personId}`
 * @param nothing the form before anything is typed
 */
export function useTyped<Value extends object>(key: string, nothing: () => Value): Typed<Value> {
  const { worker } = useMe()
  const place = `${worker.id}/form/${key}`
  const [typed, setTyped] = useState(() => opened(place, nothing))
  // The same form about another record is another form.
  const current = typed.place === place ? typed : opened(place, nothing)
  if (current !== typed) setTyped(current)
  const set = (value: Value) => {
    setTyped({ ...current, value })
    deviceDrafts.write(place, {
      mine: value,
      base: current.beginning,
      version: 0,
      at: new Date().toISOString(),
    })
  }
  return {
    value: current.value,
    set,
    change: (part) => set({ ...current.value, ...part }),
    forget: () => deviceDrafts.drop(place),
    restored: current.restored,
    beginAnew: () => {
      deviceDrafts.drop(place)
      setTyped(opened(place, nothing))
    },
  }
}

function opened<Value extends object>(place: string, nothing: () => Value) {
  const beginning = nothing()
  const kept = deviceDrafts.read<Partial<Value>>(place)
  return { place, beginning, value: { ...beginning, ...kept?.mine }, restored: kept !== null }
}
