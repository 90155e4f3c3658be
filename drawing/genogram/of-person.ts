import type { PersonView, RelationView } from '#contract/people.ts'
import { familyFromRelations, type FamilyKnown } from './from-relations.ts'

/** The family of a person from the relations that last, as this reader sees them. */
export function familyOf({ id, sheet, relatives, relativeOf }: PersonView): FamilyKnown {
  const known = (inverse: boolean) => (relation: RelationView) => ({
    person: {
      id: relation.person.id,
      name: relation.person.name,
      sex: relation.person.sex,
      birth: relation.person.birthDate,
    },
    kind: relation.kind,
    inverse,
    livesTogether: relation.livesTogether,
  })
  const lasting = (relations: readonly RelationView[]) => relations.filter(({ endedAt }) => endedAt === null)
  return familyFromRelations(
    { id, name: sheet.name, sex: sheet.sex, birth: sheet.birthDate, birthPrecision: sheet.birthPrecision },
    [...lasting(relatives).map(known(false)), ...lasting(relativeOf).map(known(true))],
  )
}
