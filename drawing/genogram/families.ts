import { generationsOf } from './generations.ts'
import { byId, type ChildLink, type Genogram, type Person, type Union } from './model.ts'
import type { Children } from './siblings.ts'

/** What stands in a row: a person, or the place where the line to a child passes through to a lower row. */
export type Slot = Readonly<{ id: string; row: number; person: Person | null }>

/** One part of the line from a couple to a child, from a row to the next. */
export type Strand = Readonly<{
  union: string
  link: ChildLink
  /** The slot through which it comes; null where it comes from the couple itself. */
  from: string | null
  to: string
  /** The upper of its two rows. */
  row: number
}>

/** People who hang together by couples and children, and the rows in which they stand. */
export type Family = Readonly<{
  slots: readonly Slot[]
  unions: readonly Union[]
  strands: readonly Strand[]
  /** Couples whose partners stand in two rows. */
  apart: ReadonlySet<string>
  rowOf: ReadonlyMap<string, number>
  children: Children
}>

/** In which row the children of a couple hang from it. */
export const rowOfUnion = ({ partnerA, partnerB }: Union, rowOf: ReadonlyMap<string, number>): number =>
  Math.max(rowOf.get(partnerA) ?? 0, partnerB === null ? 0 : (rowOf.get(partnerB) ?? 0))

/** Divides what is drawn into families: that of the client first, then the larger before the smaller. */
export function familiesOf(genogram: Genogram, children: Children): Family[] {
  const groups = connected(genogram, children)
  const hasIndex = (group: readonly Person[]) => group.some(({ index }) => index)
  return groups
    .toSorted(
      (a, b) =>
        Number(hasIndex(b)) - Number(hasIndex(a)) ||
        b.length - a.length ||
        byId(a[0]?.id ?? '', b[0]?.id ?? ''),
    )
    .map((group) => familyOf(group, genogram.unions, children))
}

function connected({ persons, unions }: Genogram, children: Children): Person[][] {
  const near = new Map<string, string[]>(persons.map(({ id }) => [id, []]))
  for (const { id, partnerA, partnerB } of unions) {
    const others = (children.ofUnion.get(id) ?? []).map(({ child }) => child)
    for (const other of partnerB === null ? others : [partnerB, ...others]) {
      near.get(partnerA)?.push(other)
      near.get(other)?.push(partnerA)
    }
  }
  const done = new Set<string>()
  return persons.flatMap(({ id }) => {
    if (done.has(id)) return []
    const group = new Set([id])
    for (const each of group) for (const next of near.get(each) ?? []) group.add(next)
    for (const each of group) done.add(each)
    return [persons.filter((person) => group.has(person.id))]
  })
}

function familyOf(persons: readonly Person[], all: readonly Union[], children: Children): Family {
  const ids = new Set(persons.map(({ id }) => id))
  const unions = all.filter(({ partnerA }) => ids.has(partnerA))
  const { rowOf, apart } = generationsOf([...ids], unions, children)
  const slots: Slot[] = persons.map((person) => ({ id: person.id, row: rowOf.get(person.id) ?? 0, person }))
  const strands: Strand[] = []
  for (const union of unions) {
    const top = rowOfUnion(union, rowOf)
    for (const link of children.ofUnion.get(union.id) ?? []) {
      const bottom = rowOf.get(link.child) ?? top + 1
      let from: string | null = null
      for (let row = top; row < bottom; row++) {
        const isLast = row === bottom - 1
        const to: string = isLast ? link.child : `pass ${union.id} ${link.child} ${row + 1}`
        if (!isLast) slots.push({ id: to, row: row + 1, person: null })
        strands.push({ union: union.id, link, from, to, row })
        from = to
      }
    }
  }
  return { slots, unions, strands, apart, rowOf, children }
}
