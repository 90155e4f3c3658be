export { type Actor, databaseRole, principalsOf } from './actor.ts'
export { type Operation, operations } from './operations.ts'
export { abilityFor, decide, permit, type SubjectFacts } from './policy.ts'
export { enterAs, type Subject, type Transaction } from './transaction.ts'
