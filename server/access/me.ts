import type { Me } from '#contract/access.ts'
import { role } from '#contract/codes/index.ts'
import type { Actor } from './actor.ts'
import type { Operation } from './operations.ts'
import { abilityFor } from './policy.ts'

/** What the screen is told of its worker: who they are and which rooms are theirs to enter. */
export function meOf(actor: Actor): Me {
  const ability = (operation: Operation) => abilityFor(actor, operation, {}, true)
  return {
    worker: {
      id: actor.workerId,
      name: actor.name,
      role: role.schema.parse(actor.role),
      level: actor.level,
      language: actor.language,
    },
    agency: { id: actor.agencyId, name: actor.agencyName },
    demo: actor.demo,
    abilities: {
      receive: ability('inquiry.open'),
      caseload: ability('case.list'),
      people: ability('person.search'),
      directory: ability('directory.search'),
      writeDirectory: ability('directory.add'),
      importDirectory: ability('directory.import'),
      review: actor.level <= 2 ? ability('review.list') : 'not-you',
      questionnaires: ability('questionnaire.write'),
      loadDivisions: ability('division.load'),
      administer: ability('agency.change'),
      agency: ability('agency.name-duty-officer'),
      inspect: ability('audit.read'),
      breakGlass: ability('break-glass.open'),
    },
  }
}
