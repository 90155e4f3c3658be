import type { SecondFactorFor, SignInStep } from '#contract/account.ts'
import type { Role } from '#contract/codes/index.ts'

/** Whoever decides over others, or over what they may do. */
const leaders: readonly string[] = [
  'agency-head',
  'agency-administrator',
  'inspector',
] satisfies readonly Role[]

/** Whether an agency asks a second factor of somebody in this role. */
export function asksSecondFactor(secondFactorFor: SecondFactorFor, role: string): boolean {
  if (secondFactorFor === 'everybody') return true
  return secondFactorFor === 'leaders' && leaders.includes(role)
}

/** What decides how many steps there are. */
export type StepFacts = Readonly<{
  role: string
  secondFactorFor: SecondFactorFor
  hasFactor: boolean
  /** The password was given by somebody else. */
  temporary: boolean
}>

/**
 * What comes after a step, or null when one is signed in. A factor that is there is asked for, required or not; then a
 * first password gives way to one's own; then whoever must have a factor and has none gets one.
 */
export function stepAfter(
  done: 'password' | SignInStep,
  { role, secondFactorFor, hasFactor, temporary }: StepFacts,
): SignInStep | null {
  if (done === 'password' && hasFactor) return 'code'
  if (temporary && (done === 'password' || done === 'code')) return 'own-password'
  if (done !== 'enrolment' && !hasFactor && asksSecondFactor(secondFactorFor, role)) return 'enrolment'
  return null
}
