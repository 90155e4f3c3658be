export { type ConsentsAbout, consentsOf, exceptionsIn } from './consents.repository.ts'
export { type Giving, whoGives } from './giver.ts'
export { type Consent, type Coverage, coveredBy, isSameReceiver, stateAt, type Use } from './coverage.ts'
