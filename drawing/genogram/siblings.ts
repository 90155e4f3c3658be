import { byId, childKinds, type ChildLink, type Genogram, type Person } from './model.ts'

/** The children of each couple as they are drawn, and from which couple each child hangs first of all. */
export type Children = Readonly<{
  /** Eldest first; twins side by side. */
  ofUnion: ReadonlyMap<string, readonly ChildLink[]>
  /** The one link by which a child stands among its siblings. */
  first: ReadonlyMap<string, ChildLink>
  links: readonly ChildLink[]
}>

const rank = ({ kind }: ChildLink) => childKinds.indexOf(kind)

/** Sorts out who hangs where. A step-child hangs from its own parents and from nobody else, where they are known. */
export function childrenOf({ persons, childLinks }: Pick<Genogram, 'persons' | 'childLinks'>): Children {
  const byPerson = new Map(persons.map((person) => [person.id, person]))
  const first = new Map<string, ChildLink>()
  for (const link of childLinks) {
    const other = first.get(link.child)
    const isNearer =
      !other ||
      rank(link) - rank(other) < 0 ||
      (rank(link) === rank(other) && byId(link.union, other.union) < 0)
    if (isNearer) first.set(link.child, link)
  }
  const links = childLinks.filter((link) => link.kind !== 'step' || first.get(link.child) === link)
  const ofUnion = new Map<string, ChildLink[]>()
  for (const link of links) ofUnion.set(link.union, [...(ofUnion.get(link.union) ?? []), link])
  for (const [union, group] of ofUnion) ofUnion.set(union, inBirthOrder(group, byPerson))
  return { ofUnion, first, links }
}

/** Who of these children was born together. */
export function twinGroupsOf(links: readonly ChildLink[]): ChildLink[][] {
  const groups = new Map<string, ChildLink[]>()
  for (const link of links)
    if (link.twinGroup !== null) groups.set(link.twinGroup, [...(groups.get(link.twinGroup) ?? []), link])
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Birth decides; whoever's birth is unknown keeps the place that `order` gives; twins stay side by side. */
function inBirthOrder(group: readonly ChildLink[], persons: ReadonlyMap<string, Person>): ChildLink[] {
  const birthOf = ({ child }: ChildLink) => persons.get(child)?.birth ?? null
  const place = (link: ChildLink) => link.order ?? Number.POSITIVE_INFINITY
  const byPlace = (a: ChildLink, b: ChildLink) =>
    place(a) === place(b) ? byId(a.child, b.child) : place(a) - place(b)
  const sorted = group
    .filter((link) => birthOf(link) !== null)
    .toSorted((a, b) => compareDates(birthOf(a) ?? '', birthOf(b) ?? '') || byPlace(a, b))
  const undated = group.filter((link) => birthOf(link) === null).toSorted(byPlace)
  for (const link of undated) {
    const next = sorted.findIndex(
      (other) => link.order !== null && place(other) > link.order && other.order !== null,
    )
    sorted.splice(next === -1 ? sorted.length : next, 0, link)
  }
  const done = new Set<ChildLink>()
  return sorted.flatMap((link) => {
    if (done.has(link)) return []
    const together =
      link.twinGroup === null ? [link] : sorted.filter(({ twinGroup }) => twinGroup === link.twinGroup)
    for (const each of together) done.add(each)
    return together
  })
}

const compareDates = (a: string, b: string) => {
  if (a === b) return 0
  return a < b ? -1 : 1
}
