import { same, type Kept } from './draft.ts'
import type { DraftStore } from './draft-store.ts'

type TypedState<Value> = Readonly<{
  value: Value
  /** The version of the record over which it was typed; 0 for what is new. */
  version: number
  /** Text of an earlier sitting was put back; `over-newer` when somebody changed the record since it was typed. */
  restored: false | 'whole' | 'over-newer'
}>

/** Holds what is typed into one form that is sent whole, and keeps it on this device meanwhile. */
export class TypedKeeper<Value extends object> {
  readonly place: string
  readonly #store: DraftStore
  readonly #listeners = new Set<() => void>()
  #beginning: Value
  #state: TypedState<Value>
  #isTyped: boolean

  /**
   * @param place where it waits in the store
   * @param nothing the form before anything is typed; what it has no field for is not put back
   * @param version of the record that the form changes
   */
  constructor(place: string, nothing: () => Value, version: number, store: DraftStore) {
    this.place = place
    this.#store = store
    this.#beginning = nothing()
    const kept = store.read<Partial<Value>>(place)
    this.#isTyped = kept !== null
    this.#state = kept
      ? {
          value: laidOver(this.#beginning, kept, version),
          version,
          restored: kept.version === version ? 'whole' : 'over-newer',
        }
      : { value: this.#beginning, version, restored: false }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly snapshot = (): TypedState<Value> => this.#state

  set(value: Value): void {
    this.#keep({ ...this.#state, value })
  }

  /** Builds on what stands now, not on what was drawn last: two changes at once both stay. */
  change(part: Partial<Value>): void {
    this.set({ ...this.#state.value, ...part })
  }

  /** Once the server has taken it. What was typed since it was `sent` stays. */
  forget(sent: Value = this.#state.value): void {
    if (!same(sent, this.#state.value)) {
      this.#beginning = sent
      return
    }
    this.#store.drop(this.place)
    this.#isTyped = false
    this.#tell({ ...this.#state, restored: false })
  }

  beginAnew(nothing: () => Value, version: number): void {
    this.#store.drop(this.place)
    this.#isTyped = false
    this.#beginning = nothing()
    this.#tell({ value: this.#beginning, version, restored: false })
  }

  /** The record was loaded anew: the form shows it, with what was typed laid over it. */
  follow(nothing: () => Value, version: number): void {
    const { value, version: before, restored } = this.#state
    if (version === before) return
    if (!this.#isTyped) {
      this.beginAnew(nothing, version)
      return
    }
    const base = this.#beginning
    this.#beginning = nothing()
    this.#keep({
      value: laidOver(this.#beginning, { mine: value, base, version: before }, version),
      version,
      restored: same(base, this.#beginning) ? restored : 'over-newer',
    })
  }

  /** What was typed and taken back leaves nothing behind. */
  #keep(state: TypedState<Value>): void {
    this.#tell(state)
    this.#isTyped = !same(state.value, this.#beginning)
    if (!this.#isTyped) {
      this.#store.drop(this.place)
      return
    }
    this.#store.write<Value>(this.place, {
      mine: state.value,
      base: this.#beginning,
      version: state.version,
      at: new Date().toISOString(),
    })
  }

  #tell(state: TypedState<Value>): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/**
 * The form with what was kept of it. Over a newer version of the record only what was changed here stays: the rest is the
 * colleague’s. Fields that the form no longer has are left behind.
 */
export function laidOver<Value extends object>(
  beginning: Value,
  { mine, base, version }: Omit<Kept<Partial<Value>>, 'at'>,
  now: number,
): Value {
  const keys = (Object.keys(beginning) as (keyof Value)[]).filter((key) => Object.hasOwn(mine, key))
  if (version === now) return { ...beginning, ...Object.fromEntries(keys.map((key) => [key, mine[key]])) }
  const laid = keys.map((key) => [key, partLaidOver(beginning[key], mine[key], base[key])])
  return { ...beginning, ...Object.fromEntries(laid) }
}

/** A part of the form; one that has parts of its own, such as a sheet, is laid over part by part. */
function partLaidOver(beginning: unknown, mine: unknown, base: unknown): unknown {
  if (same(mine, base)) return beginning
  if (!hasParts(beginning) || !hasParts(mine) || !hasParts(base)) return mine
  return {
    ...beginning,
    ...Object.fromEntries(Object.entries(mine).filter(([key, said]) => !same(said, base[key]))),
  }
}

const hasParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
