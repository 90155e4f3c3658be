export { type Actor, databaseRole, principalsOf } from './actor.ts'
export { type Asked, isLendable, type RunningBreakGlass, withLentSight } from './lent-sight.ts'
export { type Operation, operations, overseers } from './operations.ts'
export { abilityFor, decide, permit, permitFresh, permitRole, type SubjectFacts } from './policy.ts'
export { refuseIfStale } from './seen.ts'
export { inSight } from './sight.queries.ts'
export {
  enterAs,
  isNoLongerRecognised,
  type Recognition,
  type Subject,
  type Transaction,
} from './transaction.ts'
