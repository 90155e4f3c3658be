import type { Before } from './before.ts'
import { RowCost } from './cost.ts'
import type { Family } from './families.ts'

/** So many orders are tried at most: an answer within a moment, and the same on every machine. */
const mostTries = 1200

/** Moves people, couples and groups of siblings within their rows as long as that makes the picture plainer. */
export function improved(family: Family, start: readonly (readonly string[])[], before: Before): string[][] {
  const cost = new RowCost(family, before)
  const rows = start.map((row) => row.map((id) => cost.numberOf(id)))
  let tries = 0
  let better = true
  while (better && tries < mostTries) {
    better = false
    for (let row = 0; row < rows.length; row++) {
      let found = true
      while (found && tries < mostTries) {
        found = false
        const now = cost.around(rows, row)
        for (const moved of movesOf(rows[row] ?? [], cost)) {
          if (++tries >= mostTries) break
          const kept = rows[row] ?? []
          rows[row] = moved
          if (cost.around(rows, row) < now - 1e-6) {
            found = true
            better = true
            break
          }
          rows[row] = kept
        }
      }
    }
  }
  const ids = family.slots.map(({ id }) => id)
  return rows.map((row) => row.map((slot) => ids[slot] ?? ''))
}

/** Every order that comes from moving one block elsewhere, and breaks no wish. */
function* movesOf(row: readonly number[], cost: RowCost): Generator<number[]> {
  for (const [start, end] of cost.blocksOf(row)) {
    const block = row.slice(start, end)
    for (let at = start - 1; at >= 0; at--) {
      const passed = row[at] ?? -1
      if (block.some((slot) => cost.isLeft(passed, slot))) break
      yield [...row.slice(0, at), ...block, ...row.slice(at, start), ...row.slice(end)]
    }
    for (let at = end; at < row.length; at++) {
      const passed = row[at] ?? -1
      if (block.some((slot) => cost.isLeft(slot, passed))) break
      yield [...row.slice(0, start), ...row.slice(end, at + 1), ...block, ...row.slice(at + 1)]
    }
  }
}
