import type { Before } from './before.ts'
import { RowCost } from './cost.ts'
import type { Family } from './families.ts'

/** So many orders are tried at most: an answer within a moment, and the same on every machine. */
const mostTries = 1200

/** Two stretches of a row change places: that from `start` to `middle`, and that from there to `end`. */
type Move = readonly [start: number, middle: number, end: number]

/** Moves people, couples and groups of siblings within their rows as long as that makes the picture plainer. */
export function improved(family: Family, start: readonly (readonly string[])[], before: Before): string[][] {
  const cost = new RowCost(family, before)
  const rows = start.map((row) => row.map((id) => cost.numberOf(id)))
  /** How many moves of a row were tried in vain, until it or a row beside it changes: the same ones would fail again. */
  const inVain = new Map<number, number>()
  let tries = 0
  let better = true
  while (better && tries < mostTries) {
    better = false
    for (let row = 0; row < rows.length && tries < mostTries; row++) {
      const known = inVain.get(row)
      if (known !== undefined) {
        tries += known
        continue
      }
      const tried = tryMoves(rows, row, cost, mostTries - tries)
      tries += tried.count
      if (tried.found) better = true
      if (tried.found) for (const near of [row - 1, row + 1]) inVain.delete(near)
      inVain.set(row, tried.last)
    }
  }
  const ids = family.slots.map(({ id }) => id)
  return rows.map((row) => row.map((slot) => ids[slot] ?? ''))
}

/** Moves what is in a row until no move makes it plainer: how many were tried, and how many since the last good one. */
function tryMoves(rows: number[][], row: number, cost: RowCost, most: number) {
  let [count, last] = [0, 0]
  let found = false
  for (let again = true; again && count < most;) {
    again = false
    last = 0
    const kept = rows[row] ?? []
    const now = cost.around(rows, row)
    /** Two blocks that change places are one move of either. */
    const tried = new Set<number>()
    for (const move of movesOf(kept, cost)) {
      last++
      if (++count >= most) break
      const [start, middle, end] = move
      const key = (start * kept.length + middle) * (kept.length + 1) + end
      if (tried.has(key)) continue
      tried.add(key)
      rows[row] = moved(kept, move)
      again = cost.around(rows, row, now - 1e-6) < now - 1e-6
      if (again) break
      rows[row] = kept
    }
    found ||= again
  }
  return { count, last, found }
}

const moved = (row: readonly number[], [start, middle, end]: Move): number[] => [
  ...row.slice(0, start),
  ...row.slice(middle, end),
  ...row.slice(start, middle),
  ...row.slice(end),
]

/** Every move of one block elsewhere that breaks no wish. */
function* movesOf(row: readonly number[], cost: RowCost): Generator<Move> {
  for (const [start, end] of cost.blocksOf(row)) {
    const block = row.slice(start, end)
    for (let at = start - 1; at >= 0; at--) {
      const passed = row[at] ?? -1
      if (block.some((slot) => cost.isLeft(passed, slot))) break
      yield [at, start, end]
    }
    for (let at = end; at < row.length; at++) {
      const passed = row[at] ?? -1
      if (block.some((slot) => cost.isLeft(slot, passed))) break
      yield [start, end, at + 1]
    }
  }
}
