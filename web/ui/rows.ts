/** A copy of `items` with the one at `from` taken out and put in at `to`. Places outside the list change nothing. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const outside = (place: number) => place < 0 || place >= items.length
  const copy = [...items]
  if (outside(from) || outside(to)) return copy
  copy.splice(to, 0, ...copy.splice(from, 1))
  return copy
}
