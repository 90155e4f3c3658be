import type { FamilyMember, FamilySheet } from '#contract/drawings.ts'

export type FamilyUnion = FamilySheet['unions'][number]
export type FamilyTie = FamilySheet['ties'][number]

/** As what somebody comes into a family, seen from somebody who is in it. */
export const places = ['parent', 'partner', 'child', 'sibling'] as const
export type Place = (typeof places)[number]

/** Somebody of whom nothing is known yet. */
export const nobodyYet = (id: string): FamilyMember => ({
  id,
  personId: null,
  name: '',
  sex: 'unknown',
  genderIdentity: null,
  birth: null,
  birthAbout: false,
  death: null,
  status: 'living',
  occupation: '',
  city: '',
  education: '',
  marks: [],
})

const unionOf = (id: string, partnerA: string, partnerB: string | null): FamilyUnion => ({
  id,
  partnerA,
  partnerB,
  type: 'marriage',
  start: null,
  separation: null,
  divorce: null,
  reunion: null,
  separated: false,
  divorced: false,
})

const linkOf = (union: string, child: string) => ({
  union,
  child,
  kind: 'biological' as const,
  twinGroup: null,
  twinIdentical: false,
  adoptedOn: null,
})

/** The couples to which somebody belongs, in the order in which they came into the family. */
export const unionsWith = ({ unions }: FamilySheet, id: string): FamilyUnion[] =>
  unions.filter(({ partnerA, partnerB }) => partnerA === id || partnerB === id)

const parentsOf = ({ unions, childLinks }: FamilySheet, id: string) =>
  unions.find((union) => childLinks.some((link) => link.union === union.id && link.child === id))

/**
 * Puts somebody beside one who is there: a parent beside the other parent, a child to the couple that is named, or else to
 * the latest one. Returns null where there is no place left: nobody has a third parent.
 */
export function placed(
  sheet: FamilySheet,
  person: FamilyMember,
  { beside, as, union }: Readonly<{ beside: string; as: Place; union?: string | null }>,
): FamilySheet | null {
  const persons = [...sheet.persons, person]
  const couple = `u ${person.id}`
  const withUnion = (added: FamilyUnion) => [...sheet.unions, added]
  if (as === 'partner') return { ...sheet, persons, unions: withUnion(unionOf(couple, beside, person.id)) }
  if (as === 'child') {
    const own = unionsWith(sheet, beside)
    const parents = own.find(({ id }) => id === union) ?? own.at(-1)
    return {
      ...sheet,
      persons,
      unions: parents ? sheet.unions : withUnion(unionOf(couple, beside, null)),
      childLinks: [...sheet.childLinks, linkOf(parents?.id ?? couple, person.id)],
    }
  }
  const parents = parentsOf(sheet, beside)
  if (as === 'parent') return withParent(sheet, persons, { person, beside, couple, parents })
  if (parents) return { ...sheet, persons, childLinks: [...sheet.childLinks, linkOf(parents.id, person.id)] }
  const unknown = nobodyYet(`parent ${person.id}`)
  return {
    ...sheet,
    persons: [...persons, unknown],
    unions: withUnion(unionOf(couple, unknown.id, null)),
    childLinks: [...sheet.childLinks, linkOf(couple, beside), linkOf(couple, person.id)],
  }
}

type Parenting = Readonly<{
  person: FamilyMember
  beside: string
  couple: string
  parents: FamilyUnion | undefined
}>

function withParent(
  sheet: FamilySheet,
  persons: FamilyMember[],
  { person, beside, couple, parents }: Parenting,
): FamilySheet | null {
  if (!parents)
    return {
      ...sheet,
      persons,
      unions: [...sheet.unions, unionOf(couple, person.id, null)],
      childLinks: [...sheet.childLinks, linkOf(couple, beside)],
    }
  if (parents.partnerB !== null) return null
  return {
    ...sheet,
    persons,
    unions: sheet.unions.map((one) => (one === parents ? { ...one, partnerB: person.id } : one)),
  }
}

/** The family with something else said of one of its people. */
export const withMember = (sheet: FamilySheet, id: string, part: Partial<FamilyMember>): FamilySheet => ({
  ...sheet,
  persons: sheet.persons.map((person) => (person.id === id ? { ...person, ...part } : person)),
})

/** The family with something else said of a couple. */
export const withCouple = (sheet: FamilySheet, id: string, part: Partial<FamilyUnion>): FamilySheet => ({
  ...sheet,
  unions: sheet.unions.map((union) => (union.id === id ? { ...union, ...part } : union)),
})

/** The family with something else said of how a child belongs to its parents. */
export const withChild = (
  sheet: FamilySheet,
  child: string,
  part: Partial<FamilySheet['childLinks'][number]>,
): FamilySheet => ({
  ...sheet,
  childLinks: sheet.childLinks.map((link) => (link.child === child ? { ...link, ...part } : link)),
})

/** The family in which these two were born together; null ends it. */
export function withTwin(
  sheet: FamilySheet,
  child: string,
  twin: string | null,
  identical: boolean,
): FamilySheet {
  const born = { twinGroup: twin === null ? null : `t ${child}`, twinIdentical: twin !== null && identical }
  const both = [child, ...(twin === null ? [] : [twin])]
  return {
    ...sheet,
    childLinks: sheet.childLinks.map((link) => (both.includes(link.child) ? { ...link, ...born } : link)),
  }
}

/** The family with one more emotional line; the same line is not drawn twice. */
export const withTie = (sheet: FamilySheet, tie: FamilyTie): FamilySheet => ({
  ...sheet,
  ties: [...sheet.ties.filter((other) => !isSameTie(other, tie)), tie],
})

export const withoutTie = (sheet: FamilySheet, tie: FamilyTie): FamilySheet => ({
  ...sheet,
  ties: sheet.ties.filter((other) => !isSameTie(other, tie)),
})

const isSameTie = (one: FamilyTie, other: FamilyTie) =>
  one.a === other.a && one.b === other.b && one.kind === other.kind

/** The family without somebody. A couple with children stays as the one parent who is left; children of nobody stand alone. */
export function without(sheet: FamilySheet, id: string): FamilySheet {
  const unions = sheet.unions.flatMap((union) => {
    if (union.partnerA !== id && union.partnerB !== id) return [union]
    const left = union.partnerA === id ? union.partnerB : union.partnerA
    const hasChildren = sheet.childLinks.some((link) => link.union === union.id && link.child !== id)
    return left !== null && hasChildren ? [{ ...union, partnerA: left, partnerB: null }] : []
  })
  const known = new Set(unions.map((union) => union.id))
  return {
    persons: sheet.persons.filter((person) => person.id !== id),
    unions,
    childLinks: sheet.childLinks.filter((link) => link.child !== id && known.has(link.union)),
    ties: sheet.ties.filter(({ a, b }) => a !== id && b !== id),
    households: sheet.households
      .map((household) => ({ ...household, members: household.members.filter((member) => member !== id) }))
      .filter(({ members }) => members.length > 0),
  }
}
