/** A copy of `items` with the one at `from` taken out and put in at `to`. Places outside the list change nothing. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const outside = (place: number) => place < 0 || place >= items.length
  const copy = [...items]
  if (outside(from) || outside(to)) return copy
  copy.splice(to, 0, ...copy.splice(from, 1))
  return copy
}

/** As many keys as there are rows: new ones, never used before in this list, at the end; surplus ones dropped. */
export function fitted(keys: readonly number[], count: number): readonly number[] {
  if (keys.length === count) return keys
  const next = Math.max(-1, ...keys) + 1
  const added = Array.from({ length: Math.max(0, count - keys.length) }, (_, place) => next + place)
  return [...keys, ...added].slice(0, count)
}
