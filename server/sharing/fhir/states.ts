import type { ServiceRequest, Task } from '@medplum/fhirtypes'
import type { ReferralState, ReferralUrgency } from '#contract/codes/index.ts'
import type { TaskStatus } from '#contract/fhir.ts'
import type { MoveReceivedReferral } from '#contract/sharing.ts'

/**
 * Each state of a referral as a Task says it (interop-privacy, E2). What FHIR lacks, that the client says the help arrived,
 * is a completed task with a business status of our own; every task carries its state as business status besides.
 */
export const taskStatusOf = {
  draft: 'draft',
  requested: 'requested',
  received: 'received',
  accepted: 'accepted',
  rejected: 'rejected',
  'in-progress': 'in-progress',
  'on-hold': 'on-hold',
  completed: 'completed',
  'client-confirmed': 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<ReferralState, Task['status']>

/** The same as the request says it, which knows only whether somebody is still asked. */
export const requestStatusOf = {
  draft: 'draft',
  requested: 'active',
  received: 'active',
  accepted: 'active',
  rejected: 'revoked',
  'in-progress': 'active',
  'on-hold': 'on-hold',
  completed: 'completed',
  'client-confirmed': 'completed',
  failed: 'revoked',
  cancelled: 'revoked',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<ReferralState, ServiceRequest['status']>

/** How urgent, as a request says it. */
export const priorityOf = {
  routine: 'routine',
  urgent: 'urgent',
  emergency: 'stat',
} as const satisfies Record<ReferralUrgency, ServiceRequest['priority']>

/** The states that a task status stands for: those that a search by it finds. */
export const statesOf = (status: TaskStatus): ReferralState[] =>
  Object.entries(taskStatusOf)
    .filter(([, said]) => said === status)
    .map(([state]) => state as ReferralState)

export type ReceiversMove = MoveReceivedReferral['move']

const moveTo: Partial<Record<TaskStatus, ReceiversMove>> = {
  received: 'receive',
  accepted: 'accept',
  rejected: 'reject',
  'in-progress': 'begin',
  'on-hold': 'pause',
  completed: 'complete',
  failed: 'fail',
}

/**
 * The step that a receiver takes who sets a task to this status, or null for what is never theirs to set. To be in progress
 * means to begin, and after a pause to go on.
 */
export function moveFor(status: TaskStatus, state: ReferralState): ReceiversMove | null {
  if (status === 'in-progress' && state === 'on-hold') return 'resume'
  return moveTo[status] ?? null
}
