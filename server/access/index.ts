export { type Actor, type ActorRole, databaseRole, type OpenedLink, principalsOf } from './actor.ts'
export { type Asked, isLendable, type RunningBreakGlass, withLentSight } from './lent-sight.ts'
export { type Operation, operations, overseers } from './operations.ts'
export { abilityFor, decide, permit, permitFresh, permitRole, type SubjectFacts } from './policy.ts'
export { ask } from './ask.queries.ts'
export { type Glance, type Glanced, glanceAs, type Seer } from './glance.ts'
export { refuseIfStale } from './seen.ts'
export { inSight, inSightText, principalsText } from './sight.queries.ts'
export {
  type Elsewhere,
  type Entry,
  enterAs,
  isNoLongerRecognised,
  type Recognition,
  type Subject,
  type Transaction,
} from './transaction.ts'
