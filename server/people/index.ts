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
export { convertOnAcceptance, potentialAfterContact } from './clients/standings.repository.ts'
export { personLines } from './people.queries.ts'
export { lookAtPerson, lookAtWholePerson } from './people.repository.ts'
export { birthOf, capacityFactsOf, mayBeUnder14, type Person } from './person.ts'
export { viewPerson } from './person.view.ts'
export { relativesOf } from './relations.queries.ts'
