export { type ConfirmationNeed, confirmationNeedOf, type Guardian, guardiansOf } from './guardians.queries.ts'
export {
  exactMarks,
  openedIdentifiers,
  openedIdNumber,
  openedPhone,
  openedReach,
} from './identifiers.rows.ts'
export {
  ageRangeOn,
  type CapacityFacts,
  isMinorOn,
  legalCapacityOn,
  needsGuardianForData,
} from './legal-capacity.ts'
export { personLines } from './people.queries.ts'
export { lookAtPerson } from './people.repository.ts'
export { birthOf, capacityFactsOf, type Person } from './person.ts'
export { viewPerson } from './person.view.ts'
