import type { FamilyRelation } from '#contract/codes/index.ts'
import type { Genogram } from './model.ts'
import { inverseOf } from './inverse.ts'
import { Sprout, type Relative } from './sprout.ts'
import { readGenogram } from './read.ts'

/** Somebody beside the person of a record: who they are to them, or what the person is to them. */
export type KnownRelation = Readonly<{
  person: Relative
  kind: FamilyRelation
  /** Whether `kind` says what the person of the record is to the other one. */
  inverse: boolean
  livesTogether: boolean
}>

/** A family as the recorded relations of one person tell it, and who of them they do not place in it. */
export type FamilyKnown = Readonly<{ genogram: Genogram; notPlaced: readonly string[] }>

/**
 * The family around somebody from relations that are already recorded, so that nothing is typed twice. Whoever
 * must have been there, such as the father between a child and his parents, is drawn without a name. A relation that does not
 * say where in the family somebody belongs (a cousin, a guardian) does not place them.
 */
export function familyFromRelations(self: Relative, relations: readonly KnownRelation[]): FamilyKnown {
  const sprout = new Sprout(self)
  const notPlaced: string[] = []
  const known = relations.map(({ inverse, kind, ...relation }) => ({
    ...relation,
    kind: inverse ? inverseOf(kind, relation.person.sex) : kind,
  }))
  const placed = new Set<string>()
  for (const step of Sprout.order)
    for (const { person, kind } of known)
      if (kind !== null && !placed.has(person.id) && sprout.place(step, person, kind)) placed.add(person.id)
  for (const { person } of known)
    if (!placed.has(person.id) && !notPlaced.includes(person.id)) notPlaced.push(person.id)
  const together = known.filter(({ person, livesTogether }) => livesTogether && placed.has(person.id))
  const members = [self.id, ...together.map(({ person }) => person.id)]
  return {
    genogram: readGenogram({
      ...sprout.told(),
      households: members.length > 1 ? [{ members, label: '' }] : [],
    }),
    notPlaced,
  }
}
