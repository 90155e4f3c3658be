import type { Stage } from '#contract/codes/index.ts'
import type { GivePlanConfirmation, PlanSheet, PlanState } from '#contract/case/plan.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/**
 * The plan of a case, in numbered editions.
 *
 *   draft ──sign──▶ proposed ──confirmed by client (and guardian)──▶ active ──the next edition──▶ ended
 *     └──level 4──▶ awaiting-cosignature ──cosign──▲                              └──the case is closed──▲
 */
export type Plan = Readonly<{
  id: string
  caseId: string
  edition: number
  assessmentId: string
  state: PlanState
  authorId: string
  signedBy: string | null
  sheet: PlanSheet
  confirmations: readonly GivePlanConfirmation[]
  /** A later edition was signed: this one is history, whatever it was waiting for. */
  superseded: boolean
  version: number
}>

export type PlanStep = 'change' | 'sign' | 'cosign' | 'confirm' | 'activate'

/** Which steps each state leaves open; `abilities` on the screen come from here. */
export const stepsFrom = {
  draft: ['change', 'sign'],
  'awaiting-cosignature': ['cosign'],
  proposed: ['confirm', 'activate'],
  active: [],
  ended: [],
} as const satisfies Record<PlanState, readonly PlanStep[]>

/** Whether a step is open in this state. A superseded edition only waits to be forgotten. */
export function isOpen({ state, superseded }: Pick<Plan, 'state' | 'superseded'>, step: PlanStep) {
  const steps: readonly PlanStep[] = stepsFrom[state]
  return steps.includes(step) && !superseded
}

/** Refuses a step whose time has not come or has gone, saying which. */
export function refuseUnlessStep(plan: Plan, step: PlanStep) {
  if (isOpen(plan, step)) return
  if (step === 'change') throw new Refusal('record-is-signed')
  if (step === 'sign') throw new Refusal('plan/already-signed')
  if (plan.superseded) throw new Refusal('plan/superseded')
  if (step === 'cosign') throw new Refusal('plan/not-awaiting-cosignature')
  throw new Refusal(whyNotYet(plan.state))
}

function whyNotYet(state: PlanState) {
  if (state === 'draft') return 'plan/not-signed'
  return state === 'awaiting-cosignature' ? 'plan/awaits-cosignature' : 'plan/already-active'
}

/** Refuses a new edition while one is still being written, and any plan without its ground. */
export function refuseUnlessOpenable({
  hasDraft,
  assessmentId,
}: {
  hasDraft: boolean
  assessmentId: string | null
}) {
  if (hasDraft) throw new Refusal('plan/draft-under-way')
  if (assessmentId === null) throw new Refusal('plan/no-confirmed-assessment')
  return assessmentId
}

/** The stages in which a plan may be begun and activated: work may be planned anew while it is done. */
export const planStages: readonly Stage[] = ['plan', 'delivery', 'evaluation']

/** The author among those who may not co-sign: whoever wrote or signed it, when the actor is one of them. */
export const ownHandIn = ({ authorId, signedBy }: Plan, workerId: string) =>
  signedBy === workerId ? workerId : authorId
