import type { StepDeadline, StepSettlement } from '#contract/case/delivery.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { lookToChange, refuseUnlessOpen } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { lookAtStep, moveStepRow, settleStepRow } from './step.repository.ts'
import { refuseUnlessMovable, refuseUnlessOpenStep, refuseUnlessSettleable } from './step.ts'

/** Where a step stands: its case, and its own id. */
export type StepPlace = Readonly<{ caseId: string; stepId: string }>

/** A step of the active plan is done, or will not be done, and why. */
export async function settleStep(tx: Transaction, { caseId, stepId }: StepPlace, settlement: StepSettlement) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const step = await lookAtStep(tx, caseId, stepId) // 404
  permit(tx.actor, 'step.settle', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessOpenStep(step) // 409
  refuseUnlessSettleable(settlement, dayOf(tx.now)) // 422
  await settleStepRow(tx, step, settlement) // 412
  const line = settlement.state === 'done' ? 'step-done' : 'step-cancelled'
  await tellStory(tx, { caseId }, line, { stepId, doneOn: settlement.doneOn })
}

/** The deadline of a step moves; the move stays readable, with its reason. */
export async function moveStep(tx: Transaction, { caseId, stepId }: StepPlace, deadline: StepDeadline) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const step = await lookAtStep(tx, caseId, stepId) // 404
  permit(tx.actor, 'step.move', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessOpenStep(step) // 409
  refuseUnlessMovable(step, deadline) // 422
  await moveStepRow(tx, step, deadline) // 412
  await tellStory(tx, { caseId }, 'step-moved', { stepId, from: step.dueOn, to: deadline.dueOn })
}
