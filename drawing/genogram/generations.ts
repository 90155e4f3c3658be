import { type Children } from './siblings.ts'
import { byId, type Union } from './model.ts'

/** In which row each person stands, and which couples stand in two. */
export type Generations = Readonly<{ rowOf: ReadonlyMap<string, number>; apart: ReadonlySet<string> }>

type Step = Readonly<{ to: string; by: number }>

/**
 * The generation of each person of one family that hangs together, from the links between parents and children: partners
 * share a row, a child stands one row below. Where a family cannot be drawn so, because generations married each other, the
 * couple stands together in the lower row, and every child still below its parents.
 */
export function generationsOf(
  members: readonly string[],
  unions: readonly Union[],
  children: Children,
): Generations {
  return evenRows(members, unions, children) ?? layeredRows(members, unions, children)
}

const partnersOf = ({ partnerA, partnerB }: Union) => (partnerB === null ? [partnerA] : [partnerA, partnerB])

function evenRows(
  members: readonly string[],
  unions: readonly Union[],
  { ofUnion }: Children,
): Generations | null {
  const steps = new Map<string, Step[]>(members.map((id) => [id, []]))
  const join = (from: string, to: string, by: number) => {
    steps.get(from)?.push({ to, by })
    steps.get(to)?.push({ to: from, by: -by })
  }
  for (const union of unions) {
    if (union.partnerB !== null) join(union.partnerA, union.partnerB, 0)
    for (const { child } of ofUnion.get(union.id) ?? [])
      for (const parent of partnersOf(union)) join(parent, child, 1)
  }
  const [start] = members
  const rowOf = new Map(start === undefined ? [] : [[start, 0]])
  for (const [id, row] of rowOf)
    for (const { to, by } of steps.get(id) ?? []) {
      const known = rowOf.get(to)
      if (known === undefined) rowOf.set(to, row + by)
      else if (known !== row + by) return null
    }
  return { rowOf: fromZero(rowOf), apart: new Set() }
}

function fromZero(rowOf: ReadonlyMap<string, number>) {
  const least = Math.min(...rowOf.values())
  return new Map([...rowOf].map(([id, row]) => [id, row - least]))
}

function layeredRows(members: readonly string[], unions: readonly Union[], children: Children): Generations {
  const groups = new Groups(members)
  const parentsOf = new Map<string, string[]>()
  for (const union of unions)
    for (const { child } of children.ofUnion.get(union.id) ?? [])
      parentsOf.set(child, [...(parentsOf.get(child) ?? []), ...partnersOf(union)])
  const parentGroups = (group: string) =>
    new Set(
      groups.membersOf(group).flatMap((id) => (parentsOf.get(id) ?? []).map((parent) => groups.of(parent))),
    )
  const isAbove = (upper: string, lower: string): boolean => {
    const seen = new Set(parentGroups(lower))
    for (const group of seen) for (const next of parentGroups(group)) seen.add(next)
    return seen.has(upper)
  }
  const apart = new Set<string>()
  for (const union of unions.toSorted(byTies)) {
    if (union.partnerB === null) continue
    const [a, b] = [groups.of(union.partnerA), groups.of(union.partnerB)]
    if (a === b) continue
    if (isAbove(a, b) || isAbove(b, a)) apart.add(union.id)
    else groups.merge(a, b)
  }
  const rows = longestWays(groups.all(), parentGroups)
  pullDown(rows, parentGroups)
  return { rowOf: fromZero(new Map(members.map((id) => [id, rows.get(groups.of(id)) ?? 0]))), apart }
}

/** Those who have children together come first to a row of their own; a marriage before an affair. */
const byTies = (a: Union, b: Union) =>
  Number(a.type.includes('affair')) - Number(b.type.includes('affair')) || byId(a.id, b.id)

function longestWays(all: readonly string[], parentGroups: (group: string) => ReadonlySet<string>) {
  const rows = new Map<string, number>()
  const rowOf = (group: string): number => {
    const known = rows.get(group)
    if (known !== undefined) return known
    const row = Math.max(-1, ...[...parentGroups(group)].map(rowOf)) + 1
    rows.set(group, row)
    return row
  }
  for (const group of all) rowOf(group)
  return rows
}

/** Brings parents down to their children, so that the parents of whoever married into a lower row stand right above them. */
function pullDown(rows: Map<string, number>, parentGroups: (group: string) => ReadonlySet<string>) {
  const childGroups = new Map<string, string[]>()
  for (const group of rows.keys())
    for (const parent of parentGroups(group))
      childGroups.set(parent, [...(childGroups.get(parent) ?? []), group])
  const follows = (child: string) => !childGroups.has(child) && parentGroups(child).size === 1
  const downwards = [...rows.keys()].toSorted((a, b) => (rows.get(b) ?? 0) - (rows.get(a) ?? 0) || byId(a, b))
  for (const group of downwards) {
    const fixed = (childGroups.get(group) ?? []).filter((child) => !follows(child))
    if (fixed.length > 0) rows.set(group, Math.min(...fixed.map((child) => (rows.get(child) ?? 0) - 1)))
  }
  for (const group of rows.keys()) {
    const parents = [...parentGroups(group)]
    if (parents.length > 0 && follows(group))
      rows.set(group, Math.max(...parents.map((id) => rows.get(id) ?? 0)) + 1)
  }
}

/** Who stands in one row for certain. */
class Groups {
  private readonly leader: Map<string, string>

  constructor(members: readonly string[]) {
    this.leader = new Map(members.map((id) => [id, id]))
  }

  of(id: string): string {
    return this.leader.get(id) ?? id
  }

  membersOf(group: string): string[] {
    return [...this.leader].filter(([, leader]) => leader === group).map(([id]) => id)
  }

  all(): string[] {
    return [...new Set(this.leader.values())]
  }

  merge(kept: string, given: string) {
    for (const id of this.membersOf(given)) this.leader.set(id, kept)
  }
}
