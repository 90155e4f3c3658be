import type { Family } from './families.ts'
import { aloneReach, type Hanging, hangingsOf } from './hangings.ts'
import type { Sketch } from './measures.ts'
import type { Rows } from './order.ts'
import { apartEnough } from './spacing.ts'

/** The x of everybody of a family, and of the places where lines pass through. */
export function placesOf(
  family: Family,
  rows: Rows,
  sketches: ReadonlyMap<string, Sketch>,
): Map<string, number> {
  return new Placing(family, rows, sketches).settle()
}

type Row = Readonly<{ ids: readonly string[]; gaps: readonly number[] }>

/**
 * Brings children under their parents and parents over their children, again and again, each row as near to its wishes as
 * its neighbours leave room; the last word have the parents, from the bottom up, so that each group of children stands under
 * the middle of its couple wherever there is room.
 */
class Placing {
  private readonly x = new Map<string, number>()
  private readonly rows: readonly Row[]
  private readonly hangings: readonly Hanging[]
  private readonly groups: ReadonlyMap<string, readonly string[]>
  private readonly companions = new Map<string, string>()
  private readonly sketches: ReadonlyMap<string, Sketch>

  constructor(family: Family, rows: Rows, sketches: ReadonlyMap<string, Sketch>) {
    this.sketches = sketches
    this.hangings = hangingsOf(family, rows)
    const spacing = apartEnough(family, this.hangings, sketches)
    this.rows = rows.map((ids) => ({
      ids,
      gaps: ids.slice(1).map((id, index) => spacing(ids[index] ?? '', id)),
    }))
    this.groups = new Map(
      family.unions.map(({ id }) => [
        id,
        family.strands.filter(({ union, from }) => union === id && from === null).map(({ to }) => to),
      ]),
    )
    const hanging = new Set(family.strands.map(({ to }) => to))
    for (const { partnerA, partnerB } of family.unions)
      if (partnerB !== null && hanging.has(partnerA) !== hanging.has(partnerB)) {
        const [child, companion] = hanging.has(partnerA) ? [partnerA, partnerB] : [partnerB, partnerA]
        if (!this.companions.has(companion)) this.companions.set(companion, child)
      }
  }

  settle(): Map<string, number> {
    for (const { ids, gaps } of this.rows) {
      let at = 0
      ids.forEach((id, index) => {
        at += index === 0 ? 0 : (gaps[index - 1] ?? 0)
        this.x.set(id, at)
      })
    }
    const rounds = 24
    for (let round = 0; round < rounds; round++) {
      for (let row = this.rows.length - 2; row >= 0; row--) this.overChildren(row)
      for (let row = 1; row < this.rows.length; row++) this.underParents(row, 1 - round / rounds)
    }
    for (let row = this.rows.length - 2; row >= 0; row--)
      for (let again = 0; again < 6; again++) this.overChildren(row)
    return this.x
  }

  /** Where the line to the children hangs down now. */
  private hangsAt({ left, right, alone }: Hanging): number {
    const x = this.x.get(left) ?? 0
    if (alone || right === null) return x + aloneReach(this.sketches.get(left))
    return (x + (this.x.get(right) ?? x)) / 2
  }

  private middleOf(ids: readonly string[]): number {
    const places = ids.map((id) => this.x.get(id) ?? 0)
    return (Math.min(...places) + Math.max(...places)) / 2
  }

  private overChildren(row: number) {
    const wishes = new Map<string, number[]>()
    for (const hanging of this.hangings) {
      const group = this.groups.get(hanging.union.id) ?? []
      if (hanging.row !== row || group.length === 0) continue
      const shift = this.middleOf(group) - this.hangsAt(hanging)
      for (const id of hanging.alone || hanging.right === null
        ? [hanging.left]
        : [hanging.left, hanging.right])
        wishes.set(id, [...(wishes.get(id) ?? []), shift])
    }
    this.carry(row, wishes)
  }

  /** Siblings move together; at first they draw near each other as well. */
  private underParents(row: number, nearness: number) {
    const wishes = new Map<string, number[]>()
    for (const hanging of this.hangings) {
      const group = this.groups.get(hanging.union.id) ?? []
      if (hanging.row !== row - 1 || group.length === 0) continue
      const middle = this.middleOf(group)
      const shift = this.hangsAt(hanging) - middle
      for (const id of group) {
        const inwards = (middle - (this.x.get(id) ?? 0)) * 0.25 * nearness
        wishes.set(id, [...(wishes.get(id) ?? []), shift + inwards])
      }
    }
    for (const [companion, child] of this.companions) {
      const shifts = wishes.get(child)
      if (shifts && !wishes.has(companion)) wishes.set(companion, shifts)
    }
    this.carry(row, wishes)
  }

  /** Moves a row as its members wish, as near as the neighbours allow (pool adjacent violators). */
  private carry(row: number, wishes: ReadonlyMap<string, readonly number[]>) {
    const { ids, gaps } = this.rows[row] ?? { ids: [], gaps: [] }
    const pools: { sum: number; weight: number; size: number }[] = []
    let offset = 0
    ids.forEach((id, index) => {
      offset += index === 0 ? 0 : (gaps[index - 1] ?? 0)
      const shifts = wishes.get(id)
      const weight = shifts ? 1 : 0.05
      const mean = shifts ? shifts.reduce((sum, each) => sum + each, 0) / shifts.length : 0
      const wish = (this.x.get(id) ?? 0) + mean - offset
      pools.push({ sum: wish * weight, weight, size: 1 })
      for (;;) {
        const [before, last] = pools.slice(-2)
        if (!before || !last || before.sum / before.weight <= last.sum / last.weight) break
        pools.splice(-2, 2, {
          sum: before.sum + last.sum,
          weight: before.weight + last.weight,
          size: before.size + last.size,
        })
      }
    })
    let at = 0
    offset = 0
    for (const { sum, weight, size } of pools)
      for (let count = 0; count < size; count++, at++) {
        offset += at === 0 ? 0 : (gaps[at - 1] ?? 0)
        this.x.set(ids[at] ?? '', sum / weight + offset)
      }
  }
}
