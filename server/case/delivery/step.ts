import type { StepDeadline, StepSettlement } from '#contract/case/delivery.ts'
import type { PlanState } from '#contract/case/plan.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'

/** A step of a plan:  open ──▶ done | cancelled, each with a word about it. Its deadline may move as long as it is open. */
export type Step = Readonly<{
  id: string
  caseId: string
  state: 'open' | 'done' | 'cancelled'
  dueOn: Day | null
  planState: PlanState
  version: number
}>

/** Whether anything may still become of a step: it is open, and its plan is the active one. */
export const isOpenStep = ({ state, planState }: Pick<Step, 'state' | 'planState'>) =>
  state === 'open' && planState === 'active'

/** Refuses what comes too early, under a plan that is not active, or too late, when the step is settled. */
export function refuseUnlessOpenStep({ state, planState }: Step) {
  if (planState !== 'active') throw new Refusal('delivery/plan-not-active')
  if (state !== 'open') throw new Refusal('delivery/step-settled')
}

/** A step ends with a word about its outcome; what was done, was done on a day that has come. */
export function refuseUnlessSettleable({ state, outcome, doneOn }: StepSettlement, today: Day) {
  whole([
    ['outcome', says(outcome)],
    ['doneOn', state === 'cancelled' || doneOn !== null],
    ['doneOn', doneOn === null || doneOn <= today, 'delivery/in-the-future'],
  ])
}

/** A deadline moves to another day, and says why. */
export function refuseUnlessMovable({ dueOn: from }: Step, { dueOn, reason }: StepDeadline) {
  whole([
    ['reason', says(reason)],
    ['dueOn', dueOn !== from, 'delivery/same-day'],
  ])
}
