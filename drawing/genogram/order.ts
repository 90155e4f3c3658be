import { type Before, inTime, leftOf, wishesOf } from './before.ts'
import type { Family } from './families.ts'
import { improved } from './improve.ts'
import { byId, type Union } from './model.ts'

/** Who stands beside whom in each row, from the top and from left to right. */
export type Rows = readonly (readonly string[])[]

/** Orders the rows of a family: what must be left is left, and as few lines as can be cross. */
export function orderOf(family: Family): Rows {
  const before = wishesOf(family)
  return improved(family, firstOrder(family, before), before)
}

/** The order in which one meets everybody who walks down from the ancestors, as far as the wishes allow it. */
function firstOrder(family: Family, before: Before): string[][] {
  const met = new Walk(family).walk()
  const key = new Map(met.map((id, index) => [id, index]))
  const height = Math.max(...family.slots.map(({ row }) => row)) + 1
  return Array.from({ length: height }, (_, row) => {
    const ids = family.slots.filter((slot) => slot.row === row).map(({ id }) => id)
    return sortedBy(ids, before, (id) => key.get(id) ?? 0)
  })
}

/** The row in the order of a key, as far as the wishes allow it. */
function sortedBy(ids: readonly string[], before: Before, key: (id: string) => number): string[] {
  const waiting = new Map(ids.map((id) => [id, 0]))
  for (const id of ids)
    for (const right of before.rightOf(id))
      if (waiting.has(right)) waiting.set(right, (waiting.get(right) ?? 0) + 1)
  const sorted: string[] = []
  while (waiting.size > 0) {
    const [next] = [...waiting].filter(([, count]) => count === 0).toSorted(([a], [b]) => key(a) - key(b))
    if (!next) break
    sorted.push(next[0])
    waiting.delete(next[0])
    for (const right of before.rightOf(next[0])) {
      const count = waiting.get(right)
      if (count !== undefined) waiting.set(right, count - 1)
    }
  }
  return sorted
}

/** Walks from the eldest ancestors of the client down to everybody, and up again to the parents of whoever married in. */
class Walk {
  private readonly met = new Set<string>()
  private readonly unionsOf = new Map<string, Union[]>()
  private readonly open: string[] = []

  private readonly family: Family

  constructor(family: Family) {
    this.family = family
    for (const union of family.unions.toSorted(inTime))
      for (const partner of [union.partnerA, union.partnerB])
        if (partner !== null) this.unionsOf.set(partner, [...(this.unionsOf.get(partner) ?? []), union])
  }

  walk(): string[] {
    const persons = this.family.slots.flatMap(({ person }) => (person ? [person] : []))
    const start = persons.find(({ index }) => index) ?? persons.toSorted((a, b) => byId(a.id, b.id))[0]
    if (start) this.open.push(start.id)
    for (const id of this.open) this.visit(this.ancestorOf(id))
    for (const { id } of persons) this.visit(id)
    for (const { id } of this.family.slots) this.met.add(id)
    return [...this.met]
  }

  /** Up through the fathers, or whoever stands left, as far as it goes. */
  private ancestorOf(id: string): string {
    let at = id
    for (;;) {
      const union = this.family.unions.find((each) => each.id === this.family.children.first.get(at)?.union)
      if (!union) return at
      at = this.leftPartner(union)
    }
  }

  private leftPartner({ partnerA, partnerB }: Union): string {
    const person = (id: string | null) => this.family.slots.find((slot) => slot.id === id)?.person
    const [a, b] = [person(partnerA), person(partnerB)]
    return a && b && leftOf(a, b) > 0 ? b.id : partnerA
  }

  /** Somebody, all their partners, then all their children with theirs. */
  private visit(id: string) {
    if (this.met.has(id)) return
    const chain = new Set([id])
    const unions = new Set<Union>()
    for (const each of chain)
      for (const union of this.unionsOf.get(each) ?? []) {
        unions.add(union)
        for (const partner of [union.partnerA, union.partnerB])
          if (partner !== null && this.family.rowOf.get(partner) === this.family.rowOf.get(id))
            chain.add(partner)
      }
    for (const each of chain) {
      this.met.add(each)
      if (this.family.children.first.has(each)) this.open.push(each)
    }
    for (const union of unions)
      for (const { child } of this.family.children.ofUnion.get(union.id) ?? []) {
        for (const { union: of, link, to } of this.family.strands)
          if (of === union.id && link.child === child && to !== child) this.met.add(to)
        this.visit(child)
      }
  }
}
