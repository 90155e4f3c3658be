import type { FamilySheet } from '#contract/drawings.ts'
import type { Genogram } from './model.ts'
import { readGenogram } from './read.ts'

/** A family as it is kept, as it is drawn around the person whose family it is. */
export const genogramFrom = ({ persons, ...sheet }: FamilySheet, subject: string): Genogram =>
  readGenogram({
    ...sheet,
    persons: persons.map((person) => ({ ...person, index: person.personId === subject })),
  })

/** What is kept of a family that grew from relations: everybody of them has a record but those who are only thought of. */
export const sheetFrom = (genogram: Genogram, records: ReadonlySet<string>): FamilySheet => ({
  persons: genogram.persons.map((person) => ({
    id: person.id,
    personId: records.has(person.id) ? person.id : null,
    name: person.name,
    sex: person.sex,
    genderIdentity: person.identity,
    birth: person.birth,
    birthAbout: person.birthAbout,
    death: person.death,
    status: person.status,
    occupation: person.occupation,
    city: person.city,
    education: person.education,
    marks: [...person.marks],
  })),
  unions: genogram.unions.map(({ order: _order, reunited: _reunited, ...union }) => union),
  childLinks: genogram.childLinks.map(({ order: _order, ...link }) => link),
  ties: [...genogram.ties],
  households: genogram.households.map(({ members, label }) => ({ members: [...members], label })),
})
