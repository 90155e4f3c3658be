import { DrawingProblem, type Entry } from '../reading.ts'

type Lists = Readonly<Record<'persons' | 'unions' | 'childLinks' | 'ties' | 'households', readonly Entry[]>>

/** Refuses names of nobody, somebody coupled or tied to themself, and somebody who would be their own ancestor. */
export function refuseImpossible({ persons, unions, childLinks, ties, households }: Lists): void {
  const known = new Set(persons.map((entry) => entry.id('id')))
  const mustBeKnown = (entry: Entry, key: string, id: string | null) => {
    if (id !== null && !known.has(id))
      entry.refuse(key, `there is no person "${id}"; add them to persons, or mend the id.`)
  }
  for (const union of unions) {
    const [a, b] = [union.optionalId('partnerA'), union.optionalId('partnerB')]
    mustBeKnown(union, 'partnerA', a)
    mustBeKnown(union, 'partnerB', b)
    if (a !== null && a === b)
      union.refuse('partnerB', `"${a}" cannot be their own partner; name two people.`)
  }
  const knownUnions = new Set(unions.map((entry) => entry.id('id')))
  for (const link of childLinks) {
    mustBeKnown(link, 'child', link.id('child'))
    if (!knownUnions.has(link.id('union')))
      link.refuse('union', `there is no union "${link.id('union')}"; add it to unions, or mend the id.`)
  }
  for (const tie of ties) {
    mustBeKnown(tie, 'a', tie.id('a'))
    mustBeKnown(tie, 'b', tie.id('b'))
    if (tie.id('a') === tie.id('b'))
      tie.refuse('b', `"${tie.id('b')}" cannot be tied to themself; name two people.`)
  }
  for (const household of households)
    for (const member of household.rawList('members')) {
      if (typeof member !== 'string' && typeof member !== 'number')
        household.refuse('members', 'holds something that is no id; list the ids of persons.')
      mustBeKnown(household, 'members', String(member))
    }
  refuseOwnAncestor(unions, childLinks)
}

/** Whoever is found below themself: such a family has no generations. */
function refuseOwnAncestor(unions: readonly Entry[], childLinks: readonly Entry[]) {
  const parents = new Map<string, { parent: string; link: Entry }[]>()
  const partners = new Map(
    unions.map((union) => [union.id('id'), [union.optionalId('partnerA'), union.optionalId('partnerB')]]),
  )
  for (const link of childLinks)
    for (const parent of partners.get(link.id('union')) ?? [])
      if (parent !== null)
        parents.set(link.id('child'), [...(parents.get(link.id('child')) ?? []), { parent, link }])
  const state = new Map<string, 'open' | 'done'>()
  const climb = (person: string) => {
    state.set(person, 'open')
    for (const { parent, link } of parents.get(person) ?? []) {
      if (state.get(parent) === 'open')
        throw new DrawingProblem(
          `${link.place}: "${person}" would be an ancestor of themself; mend the child or the union of this link.`,
        )
      if (!state.has(parent)) climb(parent)
    }
    state.set(person, 'done')
  }
  for (const person of parents.keys()) if (!state.has(person)) climb(person)
}
