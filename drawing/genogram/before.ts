import type { Family } from './families.ts'
import { byId, type Gender, type Person, type Union } from './model.ts'

/** Who must stand left of whom in a row. A wish that contradicts an earlier one is not taken. */
export class Before {
  private readonly right = new Map<string, Set<string>>()
  /** Everybody whom the wishes put right of somebody, over however many between them. */
  private readonly reach = new Map<string, Set<string>>()

  /** Wishes that one stands left of the other; false when what is known already says the opposite. */
  wish(left: string, right: string): boolean {
    if (left === right || this.reach.get(right)?.has(left)) return false
    setOf(this.right, left).add(right)
    if (this.reach.get(left)?.has(right)) return true
    const beyond = [right, ...(this.reach.get(right) ?? [])]
    setOf(this.reach, left)
    for (const [id, reach] of this.reach)
      if (id === left || reach.has(left)) for (const each of beyond) reach.add(each)
    return true
  }

  rightOf(left: string): Iterable<string> {
    return this.right.get(left) ?? []
  }
}

function setOf(sets: Map<string, Set<string>>, key: string): Set<string> {
  const known = sets.get(key) ?? new Set()
  sets.set(key, known)
  return known
}

const side = (gender: Gender) => ({ male: -1, female: 1, unknown: 0 })[gender]

/**
 * Which partner of a couple stands left: the man of a man and a woman, by their sex at birth, or else by how they see
 * themselves; of any other couple the elder.
 * @returns a negative number when the first does, 0 where it makes no difference
 */
export function leftOf(a: Person, b: Person): number {
  if (a.sex !== b.sex && a.sex !== 'unknown' && b.sex !== 'unknown') return side(a.sex) - side(b.sex)
  const [one, other] = [side(a.identity ?? a.sex), side(b.identity ?? b.sex)]
  return one * other === -1 ? one - other : 0
}

/** All wishes of a family, the strongest first: men left in a couple, the eldest left, earlier partners left. */
export function wishesOf({ slots, unions, rowOf, children, strands }: Family): Before {
  const before = new Before()
  const persons = new Map(slots.flatMap(({ id, person }) => (person ? [[id, person]] : [])))
  const couples = unions.flatMap((union) => {
    const [a, b] = [persons.get(union.partnerA), persons.get(union.partnerB ?? '')]
    return a && b && rowOf.get(a.id) === rowOf.get(b.id) ? [{ a, b }] : []
  })
  for (const { a, b } of couples) {
    const order = leftOf(a, b)
    if (order < 0) before.wish(a.id, b.id)
    if (order > 0) before.wish(b.id, a.id)
  }
  for (const wanted of [true, false])
    for (const [union, links] of children.ofUnion) {
      const counted = links.filter((link) => !wanted || children.first.get(link.child) === link)
      const places = counted.map(
        (link) =>
          strands.find((strand) => strand.union === union && strand.link === link && strand.from === null)
            ?.to ?? '',
      )
      const births = counted.map(({ child }) => persons.get(child)?.birth ?? null)
      wishRow(before, places, (left, right) => births[left] !== births[right])
      wishRow(before, places)
    }
  for (const { a, b } of couples)
    if (leftOf(a, b) === 0)
      wishRow(
        before,
        [a, b].toSorted(elderFirst).map(({ id }) => id),
      )
  wishTimeOrder(before, unions, persons)
  return before
}

/** Each of the row left of all that follow and that `matters`. */
function wishRow(
  before: Before,
  row: readonly string[],
  matters: (left: number, right: number) => boolean = () => true,
) {
  row.forEach((left, index) =>
    row.forEach((right, other) => {
      if (index < other && left !== '' && right !== '' && matters(index, other)) before.wish(left, right)
    }),
  )
}

const elderFirst = (a: Person, b: Person) => {
  if (a.birth !== null && b.birth !== null && a.birth !== b.birth) return a.birth < b.birth ? -1 : 1
  return byId(a.id, b.id)
}

/** Couples of one person in the order of time. */
export function inTime(a: Union, b: Union): number {
  if (a.order !== null && b.order !== null && a.order !== b.order) return a.order - b.order
  if (a.start !== null && b.start !== null && a.start !== b.start) return a.start < b.start ? -1 : 1
  if (a.divorced !== b.divorced) return a.divorced ? -1 : 1
  return byId(a.id, b.id)
}

function wishTimeOrder(before: Before, unions: readonly Union[], persons: ReadonlyMap<string, Person>) {
  for (const id of persons.keys()) {
    const partners = unions
      .filter(({ partnerA, partnerB }) => partnerA === id || partnerB === id)
      .toSorted(inTime)
      .map(({ partnerA, partnerB }) => (partnerA === id ? partnerB : partnerA))
      .filter((partner) => partner !== null)
    wishRow(before, [...new Set(partners)])
  }
}
