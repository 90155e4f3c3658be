import type { Family, Strand } from './families.ts'
import type { Union } from './model.ts'
import { twinGroupsOf } from './siblings.ts'

/** What each disorder costs: people between partners, strangers among siblings, twins apart, lines that cross. */
const price = { betweenPartners: 4, amongSiblings: 1.5, spread: 0.15, betweenTwins: 3, crossing: 2 }

/** How disordered a row is, with the lines above and below it. */
export class RowCost {
  private readonly couples: readonly (readonly Union[])[]
  private readonly strands: readonly (readonly Strand[])[]
  private readonly groups: readonly (readonly string[])[][]
  private readonly twins: readonly (readonly string[])[][]
  private readonly partners = new Map<string, string[]>()
  private readonly unions: ReadonlyMap<string, Union>

  constructor(family: Family) {
    const height = Math.max(...family.slots.map(({ row }) => row)) + 1
    const perRow = <Each>(list: readonly Each[], row: (each: Each) => number | undefined) =>
      Array.from({ length: height }, (_, at) => list.filter((each) => row(each) === at))
    this.unions = new Map(family.unions.map((union) => [union.id, union]))
    this.couples = perRow(
      family.unions.filter(({ id, partnerB }) => partnerB !== null && !family.apart.has(id)),
      ({ partnerA }) => family.rowOf.get(partnerA),
    )
    for (const { partnerA, partnerB } of this.couples.flat())
      for (const [one, other] of [
        [partnerA, partnerB ?? ''],
        [partnerB ?? '', partnerA],
      ] as const)
        this.partners.set(one, [...(this.partners.get(one) ?? []), other])
    this.strands = perRow(family.strands, ({ row }) => row)
    const groups = [...family.children.ofUnion].flatMap(([union]) => {
      const starts = family.strands.filter((strand) => strand.union === union && strand.from === null)
      const [first] = starts
      return first ? [{ row: first.row + 1, ids: starts.map(({ to }) => to), starts }] : []
    })
    this.groups = perRow(groups, ({ row }) => row).map((each) => each.map(({ ids }) => ids))
    this.twins = perRow(groups, ({ row }) => row).map((each) =>
      each.flatMap(({ starts }) =>
        twinGroupsOf(starts.map(({ link }) => link)).map((group) =>
          starts.filter(({ link }) => group.includes(link)).map(({ to }) => to),
        ),
      ),
    )
  }

  /** The blocks that can be moved as one: each by itself, each run of partners, each run of siblings with their partners. */
  blocksOf(row: readonly string[]): (readonly [number, number])[] {
    const blocks = new Map<string, readonly [number, number]>()
    const add = (start: number, end: number) => blocks.set(`${start} ${end}`, [start, end])
    row.forEach((_, index) => add(index, index + 1))
    let start = 0
    row.forEach((id, index) => {
      const next = row[index + 1]
      if (next !== undefined && this.partners.get(id)?.includes(next)) return
      add(start, index + 1)
      start = index + 1
    })
    for (const groups of this.groups)
      for (const group of groups) {
        const belongs = new Set(group.flatMap((id) => [id, ...(this.partners.get(id) ?? [])]))
        let begin = -1
        for (let index = 0; index <= row.length; index++) {
          const isOne = belongs.has(row[index] ?? '')
          if (isOne && begin < 0) begin = index
          if (!isOne && begin >= 0) {
            add(begin, index)
            begin = -1
          }
        }
      }
    return [...blocks.values()]
  }

  around(rows: readonly (readonly string[])[], row: number): number {
    const [above, here, below] = [row - 1, row, row + 1].map((at) => placesIn(rows[at] ?? []))
    const empty = new Map<string, number>()
    return (
      this.within(rows[row] ?? [], here ?? empty, row) +
      (row > 0 ? this.crossings(above ?? empty, here ?? empty, row - 1) : 0) +
      (row + 1 < rows.length ? this.crossings(here ?? empty, below ?? empty, row) : 0)
    )
  }

  private within(row: readonly string[], place: ReadonlyMap<string, number>, at: number): number {
    let sum = 0
    for (const { partnerA, partnerB } of this.couples[at] ?? [])
      sum +=
        price.betweenPartners * (Math.abs((place.get(partnerA) ?? 0) - (place.get(partnerB ?? '') ?? 0)) - 1)
    for (const group of this.groups[at] ?? []) {
      const places = group.map((id) => place.get(id) ?? 0)
      const [first, last] = [Math.min(...places), Math.max(...places)]
      const belongs = new Set(group.flatMap((id) => [id, ...(this.partners.get(id) ?? [])]))
      let strangers = 0
      for (let index = first; index <= last; index++) if (!belongs.has(row[index] ?? '')) strangers++
      sum += price.amongSiblings * strangers + price.spread * (last - first)
    }
    for (const group of this.twins[at] ?? []) {
      const places = group.map((id) => place.get(id) ?? 0)
      sum += price.betweenTwins * (Math.max(...places) - Math.min(...places) - group.length + 1)
    }
    return sum
  }

  private crossings(upper: ReadonlyMap<string, number>, lower: ReadonlyMap<string, number>, row: number): number {
    const lines = (this.strands[row] ?? []).map(({ union, from, to }) => ({
      top: from === null ? this.hangingPlace(this.unions.get(union), upper) : (upper.get(from) ?? 0),
      bottom: lower.get(to) ?? 0,
    }))
    let count = 0
    for (let one = 0; one < lines.length; one++)
      for (let other = one + 1; other < lines.length; other++) {
        const [a, b] = [lines[one], lines[other]]
        if (a && b && (a.top - b.top) * (a.bottom - b.bottom) < 0) count++
      }
    return price.crossing * count
  }

  private hangingPlace(union: Union | undefined, place: ReadonlyMap<string, number>): number {
    if (!union) return 0
    const places = [union.partnerA, union.partnerB].flatMap((id) => place.get(id ?? '') ?? [])
    return gapBeside(places, (at) => this.partnersAt(place, at))
  }

  private partnersAt(place: ReadonlyMap<string, number>, at: number): number {
    for (const [id, index] of place) if (index === at) return this.partners.get(id)?.length ?? 0
    return 0
  }
}

const placesIn = (row: readonly string[]) => new Map(row.map((id, index) => [id, index]))

/**
 * Between which two places the line to the children of a couple hangs down, as the middle of both: beside the partner who
 * has no other partner, so that no two couples share a gap.
 */
export function gapBeside(places: readonly number[], partnersAt: (place: number) => number): number {
  const [left, right] = [Math.min(...places), Math.max(...places)]
  if (right - left <= 1 || partnersAt(left) <= 1) return left + 0.5
  return right - 0.5
}
