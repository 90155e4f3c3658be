import type { Family, Strand } from './families.ts'
import type { Union } from './model.ts'
import { twinGroupsOf } from './siblings.ts'

/** What each disorder costs: people between partners, strangers among siblings, twins apart, lines that cross. */
const price = { betweenPartners: 4, amongSiblings: 1.5, spread: 0.15, betweenTwins: 3, crossing: 2 }

/** Siblings, and who belongs among them: they and their partners. */
type Group = Readonly<{ ids: readonly string[]; belongs: ReadonlySet<string> }>

/** How disordered a row is, with the lines above and below it. */
export class RowCost {
  private readonly couples: readonly (readonly Union[])[]
  private readonly strands: readonly (readonly Strand[])[]
  private readonly groups: readonly (readonly Group[])[]
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
    this.groups = perRow(groups, ({ row }) => row).map((each) =>
      each.map(({ ids }) => ({
        ids,
        belongs: new Set(ids.flatMap((id) => [id, ...(this.partners.get(id) ?? [])])),
      })),
    )
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
      for (const { belongs } of groups) {
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
    const [upper, own, lower] = [rows[row - 1] ?? [], rows[row] ?? [], rows[row + 1] ?? []]
    const here = placesIn(own)
    return (
      this.within(own, here, row) +
      (row > 0 ? this.crossings(upper, placesIn(upper), here, row - 1) : 0) +
      (row + 1 < rows.length ? this.crossings(own, here, placesIn(lower), row) : 0)
    )
  }

  private within(row: readonly string[], place: Places, at: number): number {
    let sum = 0
    for (const { partnerA, partnerB } of this.couples[at] ?? [])
      sum +=
        price.betweenPartners * (Math.abs((place.get(partnerA) ?? 0) - (place.get(partnerB ?? '') ?? 0)) - 1)
    for (const { ids, belongs } of this.groups[at] ?? []) {
      let [first, last] = [Number.POSITIVE_INFINITY, 0]
      for (const id of ids) {
        const each = place.get(id) ?? 0
        first = Math.min(first, each)
        last = Math.max(last, each)
      }
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

  private crossings(upper: readonly string[], above: Places, below: Places, row: number): number {
    const hanging = new Map<string, number>()
    const tops: number[] = []
    const bottoms: number[] = []
    for (const { union, from, to } of this.strands[row] ?? []) {
      let top = from === null ? hanging.get(union) : above.get(from)
      if (top === undefined) {
        top = this.hangingPlace(union, upper, above)
        hanging.set(union, top)
      }
      tops.push(top)
      bottoms.push(below.get(to) ?? 0)
    }
    let count = 0
    for (let one = 0; one < tops.length; one++)
      for (let other = one + 1; other < tops.length; other++)
        if (((tops[one] ?? 0) - (tops[other] ?? 0)) * ((bottoms[one] ?? 0) - (bottoms[other] ?? 0)) < 0)
          count++
    return price.crossing * count
  }

  private hangingPlace(id: string, row: readonly string[], place: Places): number {
    const union = this.unions.get(id)
    const places = [place.get(union?.partnerA ?? ''), place.get(union?.partnerB ?? '')]
    return gapBeside(
      places.filter((each) => each !== undefined),
      (at) => this.partners.get(row[at] ?? '')?.length ?? 0,
    )
  }
}

type Places = ReadonlyMap<string, number>

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
