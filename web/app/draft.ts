/** A version of a record as this device or the server has it. */
export type Kept<Value> = {
  /** What was typed here. */
  mine: Value
  /** The server's value that `mine` began from, and its version. */
  base: Value
  version: number
  /** When it was kept on this device, ISO moment. */
  at: string
}

type Fields = Readonly<Record<string, unknown>>

/** Whether two JSON-like values say the same; undefined and absent are the same. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [one as Fields, other as Fields]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    same(left[key], right[key]),
  )
}

/** The fields in which two versions of a record differ. */
export function differingFields<Value extends object>(one: Value, other: Value): (keyof Value & string)[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Value & string>
  return [...keys].filter((key) => !same(one[key], other[key]))
}

/** One field in which mine and theirs differ; `suggested` is the side that changed it, null when both did. */
export type Difference<Value> = { field: keyof Value & string; suggested: 'mine' | 'theirs' | null }

/** What has to be decided when mine and theirs both grew from `base`. */
export function differences<Value extends object>(
  base: Value,
  mine: Value,
  theirs: Value,
): Difference<Value>[] {
  return differingFields(mine, theirs).map((field) => {
    if (same(base[field], theirs[field])) return { field, suggested: 'mine' }
    if (same(base[field], mine[field])) return { field, suggested: 'theirs' }
    return { field, suggested: null }
  })
}

/** Theirs, with the chosen fields of mine put over it. */
export function merged<Value extends object>(
  mine: Value,
  theirs: Value,
  choices: Readonly<Partial<Record<keyof Value, 'mine' | 'theirs'>>>,
): Value {
  const fields = differingFields(mine, theirs).filter((field) => choices[field] === 'mine')
  return { ...theirs, ...Object.fromEntries(fields.map((field) => [field, mine[field]])) }
}

/**
 * What stands on the screen after a save: the server's answer, except fields typed on since it was sent,
 * and except text the server only trimmed (else the blank just typed would vanish under the writer).
 */
export function carryForward<Value extends object>(sent: Value, now: Value, answered: Value): Value {
  const typedOn = differingFields(sent, now)
  const onlyTrimmed = differingFields(now, answered).filter((field) =>
    trimmedAlike(now[field], answered[field]),
  )
  const stay = [...typedOn, ...onlyTrimmed]
  return { ...answered, ...Object.fromEntries(stay.map((field) => [field, now[field]])) }
}

const trimmedAlike = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && one.trim() === other.trim()

/** What to do with text kept on this device when its record is opened again. */
export type Restore = 'nothing' | 'restore' | 'conflict'

/** Nothing kept or nothing new: nothing. Kept from the version now on the server: restore. From an older one: both are shown. */
export function restoreDecision<Value extends object>(
  kept: Kept<Value> | null,
  loaded: { value: Value; version: number },
): Restore {
  if (!kept || same(kept.mine, loaded.value)) return 'nothing'
  return kept.version === loaded.version ? 'restore' : 'conflict'
}

/** How long to wait before the next attempt, in milliseconds: 2 s, doubling, at most a minute. */
export const retryDelay = (attempt: number): number => Math.min(2000 * 2 ** attempt, 60_000)
