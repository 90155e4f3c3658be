export { type ConsentsAbout, consentsOf } from './consents.repository.ts'
export { type Consent, type Coverage, coveredBy, stateAt, type Use } from './coverage.ts'
