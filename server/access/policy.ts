import type { Ability } from '#contract/access.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Actor } from './actor.ts'
import { type Operation, operations, overseers, type Rule } from './operations.ts'

/** What a decision may need to know about its subject. Absent facts count against the actor. */
export type SubjectFacts = Readonly<{
  /** The workers who work on this case: its manager and its team. */
  team?: readonly string[]
  /** Who answers for this case. */
  managerId?: string
  /** Who wrote what is being decided on. */
  authorId?: string
}>

export type Decision = { allowed: true } | { allowed: false; why: RefusalCode }

const allowed: Decision = { allowed: true }
const no = (why: RefusalCode): Decision => ({ allowed: false, why })

/** The one answer to “may this worker do this here?”. Says nothing about *when*: that is the domain's business. */
export function decide(actor: Actor, operation: Operation, facts: SubjectFacts = {}): Decision {
  const rule: Rule = operations[operation]
  if (!rule.roles.includes(actor.role)) return no('not-allowed')
  if (actor.lent && !rule.lent) return no('not-allowed')
  const oversees = rule.oversight && overseers.includes(actor.role)
  if (rule.team && !oversees && !facts.team?.includes(actor.workerId)) return no('not-allowed')
  if (rule.manager && actor.role === 'worker' && facts.managerId !== actor.workerId) return no('not-allowed')
  if (rule.another && facts.authorId === actor.workerId) return no('own-work')
  if (rule.level !== undefined && actor.level > rule.level) return no('level-too-low')
  return allowed
}

/** Refuses (403) a whole operation that is no duty of the actor's role, whatever record is meant: it tells nothing about any. */
export function permitRole(actor: Actor, operation: Operation) {
  const { roles }: Rule = operations[operation]
  if (!roles.includes(actor.role)) throw new Refusal('not-allowed', { operation })
}

/**
 * Refuses (403) what may be done only shortly after proving anew who one is. It speaks of the sign-in, never of a record,
 * so the entrance asks it first; `fresh: true` in the table is all that an operation needs.
 */
export function permitFresh(actor: Actor, operation: Operation) {
  const { fresh }: Rule = operations[operation]
  if (fresh && !actor.fresh) throw new Refusal('sign-in/not-fresh', { operation })
}

/** Refuses (403) what is not the actor's to do. Call it after looking: what is out of sight is 404, not 403. */
export function permit(actor: Actor, operation: Operation, facts?: SubjectFacts) {
  const decision = decide(actor, operation, facts)
  if (!decision.allowed) throw new Refusal(decision.why, { operation })
}

/** What to tell the screen about one operation: yes, not you, or not now. */
export function abilityFor(
  actor: Actor,
  operation: Operation,
  facts: SubjectFacts,
  possibleNow: boolean,
): Ability {
  if (!decide(actor, operation, facts).allowed) return 'not-you'
  return possibleNow ? 'yes' : 'not-now'
}
