export { type Outcome, outcomeOf } from './outcome.queries.ts'
