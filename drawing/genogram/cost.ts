import type { Before } from './before.ts'
import type { Family } from './families.ts'
import type { Union } from './model.ts'
import { twinGroupsOf } from './siblings.ts'

/** What each disorder costs: people between partners, strangers among siblings, twins apart, lines that cross. */
const price = { betweenPartners: 4, amongSiblings: 1.5, spread: 0.15, betweenTwins: 3, crossing: 2 }

type Pair = readonly [one: number, other: number]

/** Siblings, and who belongs among them: they and their partners. */
type Group = Readonly<{ slots: readonly number[]; belongs: ReadonlySet<number> }>

/** The lines between two rows: the slot below each, and the slot, or the couple by its place in `couples`, from which it comes. */
type Lines = Readonly<{
  couples: readonly Pair[]
  ofCouple: readonly number[]
  from: readonly number[]
  to: readonly number[]
}>

/**
 * How disordered a row is, with the lines above and below it. Whoever and whatever stands in a row goes by its number here:
 * this is asked some hundred times for each picture.
 */
export class RowCost {
  private readonly numbers: ReadonlyMap<string, number>
  private readonly couples: readonly (readonly Pair[])[]
  private readonly lines: readonly Lines[]
  /** Where the lines between two rows begin and end, while their crossings are counted. */
  private readonly tops: number[] = []
  private readonly bottoms: number[] = []
  private readonly hangs: number[] = []
  private readonly groups: readonly (readonly Group[])[]
  private readonly twins: readonly (readonly (readonly number[])[])[]
  private readonly partners: readonly Set<number>[]
  private readonly left: readonly ReadonlySet<number>[]
  private readonly place: number[]

  constructor(family: Family, before: Before) {
    const ids = family.slots.map(({ id }) => id)
    this.numbers = new Map(ids.map((id, number) => [id, number]))
    this.place = ids.map(() => 0)
    this.left = ids.map((id) => new Set(Array.from(before.rightOf(id), (right) => this.numberOf(right))))
    const height = Math.max(...family.slots.map(({ row }) => row)) + 1
    const perRow = <Each>(list: readonly Each[], row: (each: Each) => number | undefined) =>
      Array.from({ length: height }, (_, at) => list.filter((each) => row(each) === at))
    const pairOf = ({ partnerA, partnerB }: Union): Pair => [
      this.numberOf(partnerA),
      this.numberOf(partnerB ?? ''),
    ]
    this.couples = perRow(
      family.unions.filter(({ id, partnerB }) => partnerB !== null && !family.apart.has(id)),
      ({ partnerA }) => family.rowOf.get(partnerA),
    ).map((unions) => unions.map(pairOf))
    this.partners = ids.map(() => new Set())
    for (const [one, other] of this.couples.flat()) {
      this.partners[one]?.add(other)
      this.partners[other]?.add(one)
    }
    this.lines = perRow(family.strands, ({ row }) => row).map((strands) => {
      const hanging = [...new Set(strands.flatMap(({ union, from }) => (from === null ? [union] : [])))]
      return {
        couples: hanging.flatMap((id) => family.unions.filter((union) => union.id === id)).map(pairOf),
        ofCouple: strands.map(({ union, from }) => (from === null ? hanging.indexOf(union) : -1)),
        from: strands.map(({ from }) => this.numberOf(from ?? '')),
        to: strands.map(({ to }) => this.numberOf(to)),
      }
    })
    const groups = [...family.children.ofUnion].flatMap(([union]) => {
      const starts = family.strands.filter((strand) => strand.union === union && strand.from === null)
      const [first] = starts
      return first ? [{ row: first.row + 1, slots: starts.map(({ to }) => this.numberOf(to)), starts }] : []
    })
    this.groups = perRow(groups, ({ row }) => row).map((each) =>
      each.map(({ slots }) => ({
        slots,
        belongs: new Set(slots.flatMap((slot) => [slot, ...(this.partners[slot] ?? [])])),
      })),
    )
    this.twins = perRow(groups, ({ row }) => row).map((each) =>
      each.flatMap(({ starts }) =>
        twinGroupsOf(starts.map(({ link }) => link)).map((group) =>
          starts.filter(({ link }) => group.includes(link)).map(({ to }) => this.numberOf(to)),
        ),
      ),
    )
  }

  /** The number of a slot; -1 for none. */
  numberOf(id: string): number {
    return this.numbers.get(id) ?? -1
  }

  /** Whether the one must stand left of the other. */
  isLeft(one: number, other: number): boolean {
    return this.left[one]?.has(other) === true
  }

  /** The blocks that can be moved as one: each by itself, each run of partners, each run of siblings with their partners. */
  blocksOf(row: readonly number[]): Pair[] {
    const blocks = new Map<number, Pair>()
    const add = (start: number, end: number) => blocks.set(start * (row.length + 1) + end, [start, end])
    row.forEach((_, index) => add(index, index + 1))
    let start = 0
    row.forEach((slot, index) => {
      const next = row[index + 1]
      if (next !== undefined && this.partners[slot]?.has(next)) return
      add(start, index + 1)
      start = index + 1
    })
    for (const groups of this.groups)
      for (const { belongs } of groups) {
        let begin = -1
        for (let index = 0; index <= row.length; index++) {
          const isOne = belongs.has(row[index] ?? -1)
          if (isOne && begin < 0) begin = index
          if (!isOne && begin >= 0) {
            add(begin, index)
            begin = -1
          }
        }
      }
    return [...blocks.values()]
  }

  /** What a row costs with the lines around it; where that is `enough` or more, nothing beyond is counted. */
  around(rows: readonly (readonly number[])[], row: number, enough = Number.POSITIVE_INFINITY): number {
    for (let at = Math.max(0, row - 1); at <= row + 1; at++) this.stand(rows[at] ?? [])
    let sum = this.within(rows[row] ?? [], row)
    if (row > 0 && sum < enough) sum += this.crossings(rows[row - 1] ?? [], row - 1, enough - sum)
    if (row + 1 < rows.length && sum < enough) sum += this.crossings(rows[row] ?? [], row, enough - sum)
    return sum
  }

  private stand(row: readonly number[]) {
    for (let index = 0; index < row.length; index++) this.place[row[index] ?? 0] = index
  }

  private within(row: readonly number[], at: number): number {
    let sum = 0
    for (const [one, other] of this.couples[at] ?? [])
      sum += price.betweenPartners * (Math.abs((this.place[one] ?? 0) - (this.place[other] ?? 0)) - 1)
    for (const { slots, belongs } of this.groups[at] ?? []) {
      const [first, last] = this.reachOf(slots)
      let strangers = 0
      for (let index = first; index <= last; index++) if (!belongs.has(row[index] ?? -1)) strangers++
      sum += price.amongSiblings * strangers + price.spread * (last - first)
    }
    for (const group of this.twins[at] ?? []) {
      const [first, last] = this.reachOf(group)
      sum += price.betweenTwins * (last - first - group.length + 1)
    }
    return sum
  }

  private reachOf(slots: readonly number[]): Pair {
    let [first, last] = [Number.POSITIVE_INFINITY, 0]
    for (const slot of slots) {
      const place = this.place[slot] ?? 0
      if (place < first) first = place
      if (place > last) last = place
    }
    return [first, last]
  }

  private crossings(upper: readonly number[], row: number, enough: number): number {
    const { tops, bottoms, hangs } = this
    const { couples = [], ofCouple = [], from = [], to = [] } = this.lines[row] ?? {}
    couples.forEach((couple, index) => (hangs[index] = this.hangingPlace(couple, upper)))
    let count = 0
    for (let one = 0; one < to.length && price.crossing * count < enough; one++) {
      const couple = ofCouple[one] ?? -1
      const top = (couple < 0 ? this.place[from[one] ?? 0] : hangs[couple]) ?? 0
      const bottom = this.place[to[one] ?? 0] ?? 0
      for (let other = 0; other < one; other++)
        if ((top - (tops[other] ?? 0)) * (bottom - (bottoms[other] ?? 0)) < 0) count++
      tops[one] = top
      bottoms[one] = bottom
    }
    return price.crossing * count
  }

  /** A partner who stands in another row does not count. */
  private hangingPlace([one, other]: Pair, row: readonly number[]): number {
    const [a, b] = [this.place[one] ?? -1, this.place[other] ?? -1]
    const [hasOne, hasOther] = [row[a] === one, row[b] === other]
    const [left, right] = hasOne && hasOther ? [Math.min(a, b), Math.max(a, b)] : hasOne ? [a, a] : [b, b]
    return gapFrom(left, right, this.partners[row[left] ?? -1]?.size ?? 0)
  }
}

/**
 * Between which two places the line to the children of a couple hangs down, as the middle of both: beside the partner who
 * has no other partner, so that no two couples share a gap.
 */
export function gapBeside(places: readonly number[], partnersAt: (place: number) => number): number {
  const [left, right] = [Math.min(...places), Math.max(...places)]
  return gapFrom(left, right, partnersAt(left))
}

const gapFrom = (left: number, right: number, partners: number) =>
  right - left <= 1 || partners <= 1 ? left + 0.5 : right - 0.5
