import type { ClosingSheet, ClosingState } from '#contract/case/closing.ts'
import type { ClosingReason } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/**
 * The end of the work, written by one and approved by another.
 *
 *   draft ──submit──▶ submitted ──approve──▶ approved      the case is closed
 *                        ▲  └──return──▶ returned
 *                        └──── submit ──────┘
 */
export type Closing = Readonly<{
  id: string
  caseId: string
  state: ClosingState
  sheet: ClosingSheet
  authorId: string
  submittedBy: string | null
  version: number
}>

export type ClosingStep = 'change' | 'submit' | 'decide'

/** Which steps each state leaves open; `abilities` on the screen come from here. */
export const stepsFrom = {
  draft: ['change', 'submit'],
  submitted: ['decide'],
  returned: ['change', 'submit'],
  approved: [],
} as const satisfies Record<ClosingState, readonly ClosingStep[]>

/** Whether a step is open in this state. */
export function isOpen({ state }: Pick<Closing, 'state'>, step: ClosingStep) {
  const steps: readonly ClosingStep[] = stepsFrom[state]
  return steps.includes(step)
}

/** Refuses a step whose time has not come or has gone, saying which. */
export function refuseUnlessStep(closing: Pick<Closing, 'state'>, step: ClosingStep) {
  if (isOpen(closing, step)) return
  if (closing.state === 'approved') throw new Refusal('closing/already-approved')
  throw new Refusal(step === 'decide' ? 'closing/not-submitted' : 'closing/already-submitted')
}

/** The author among those who may not decide: whoever wrote or submitted it, when the actor is one of them. */
export const ownHandIn = ({ authorId, submittedBy }: Closing, workerId: string) =>
  submittedBy === workerId ? workerId : authorId

/** Endings that nobody could prepare: an evaluation of the outcome cannot be asked for. */
const unprepared: readonly ClosingReason[] = [
  'death',
  'lost-contact',
  'moved',
  'client-ends',
  'unwilling',
  'custody',
  'referred',
  'worker-or-agency-change',
]

/** Whether the ending was prepared with the client, so that its outcome and readiness are looked at first. */
export const wasPrepared = (reason: ClosingReason) => !unprepared.includes(reason)

/** Whether the client can still be told, asked and prepared. */
export const clientCanBeAsked = (reason: ClosingReason | null) =>
  reason !== 'death' && reason !== 'lost-contact'

/** What closing rests on besides its sheet. */
export type Ground = Readonly<{ hasOutcomeEvaluation: boolean; clientIsMinor: boolean; today: Day }>
