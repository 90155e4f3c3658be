import { useEffect, useState, useSyncExternalStore } from 'react'
import { deviceDrafts } from './draft-store.ts'
import { useMe } from './MeContext.tsx'
import { TypedKeeper } from './typed-keeper.ts'

/** What is typed into a form that is sent whole, and where it is kept meanwhile. */
export type Typed<Value> = {
  value: Value
  /** The version of the record over which it was typed: send it with the change. */
  version: number
  set: (value: Value) => void
  /** Builds on what stands now: two changes at once both stay. */
  change: (part: Partial<Value>) => void
  /** The same by a step from what stands now, for whoever was drawn with less. */
  amend: (step: (now: Value) => Value) => void
  /** Once the server has taken it: nothing of it is left on this device, except what was typed since it was `sent`. */
  forget: (sent?: Value) => void
  /** Text of an earlier sitting was put back; `over-newer` when somebody changed the record since it was typed. */
  restored: false | 'whole' | 'over-newer'
  /** Throws away what was put back, and begins again. */
  beginAnew: () => void
}

/**
 * State of a form that is sent whole, such as a reason or a new record: kept on this device under the writer’s name while
 * it is typed, so that a reload, a lost sign-in or a dead server takes nothing. The id of a new record is part of it: what
 * is sent again after a reload is the same record. Where text may not lie on a device (passwords, what is sealed in the
 * database), `useState` is right.
 * @param key names the form and its record: `consent/${personId}`
 * @param nothing the form before anything is typed, with every field that it has
 * @param version of the record, where the form changes one
 */
export function useTyped<Value extends object>(key: string, nothing: () => Value, version = 0): Typed<Value> {
  const { worker } = useMe()
  const place = `${worker.id}/form/${key}`
  const opened = () => new TypedKeeper(place, nothing, version, deviceDrafts)
  const [held, hold] = useState(opened)
  // The same form about another record is another form.
  const keeper = held.place === place ? held : opened()
  if (keeper !== held) hold(keeper)
  useEffect(() => keeper.follow(nothing, version))
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot)
  return {
    ...state,
    set: (value) => keeper.set(value),
    change: (part) => keeper.change(part),
    amend: (step) => keeper.set(step(keeper.snapshot().value)),
    forget: (sent) => keeper.forget(sent),
    beginAnew: () => keeper.beginAnew(nothing, version),
  }
}
