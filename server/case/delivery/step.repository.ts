import { z } from 'zod'
import type { StepDeadline, StepSettlement } from '#contract/case/delivery.ts'
import { PlanState } from '#contract/case/plan.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Step } from './step.ts'

const StepState = z.enum(['open', 'done', 'cancelled'])

/** Looks at one step of a case and locks it; out of sight, or of another case, is the same as absent (404). */
export async function lookAtStep(tx: Transaction, caseId: string, stepId: string): Promise<Step> {
  const row = await tx.db
    .selectFrom('steps as s')
    .innerJoin('plans as p', (join) =>
      join.onRef('p.agencyId', '=', 's.agencyId').onRef('p.id', '=', 's.planId'),
    )
    .where('s.agencyId', '=', tx.actor.agencyId)
    .where('s.id', '=', stepId)
    .where('s.caseId', '=', caseId)
    .select(['s.id', 's.caseId', 's.state', 's.dueOn', 's.version', 'p.state as planState'])
    .forUpdate('s')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'step', id: stepId, caseId })
  return { ...row, state: StepState.parse(row.state), planState: PlanState.parse(row.planState) }
}

type Changes = Partial<StepSettlement> & { dueOn?: string; settledBy?: string }

async function saveStep(tx: Transaction, { id, version }: Step, changes: Changes) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('steps')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

/** Writes what became of a step, against the version that was seen; somebody quicker is 412. */
export const settleStepRow = (tx: Transaction, step: Step, settlement: StepSettlement) =>
  saveStep(tx, step, { ...settlement, settledBy: tx.actor.workerId })

/** Moves the deadline and keeps the move, against the version that was seen; somebody quicker is 412. */
export async function moveStepRow(tx: Transaction, step: Step, { dueOn, reason }: StepDeadline) {
  await saveStep(tx, step, { dueOn })
  await tx.db
    .insertInto('stepMoves')
    .values({
      agencyId: tx.actor.agencyId,
      id: tx.newId(),
      caseId: step.caseId,
      stepId: step.id,
      // A step of a signed plan always has its deadline.
      fromOn: step.dueOn ?? dueOn,
      toOn: dueOn,
      reason,
      movedBy: tx.actor.workerId,
      at: tx.now,
    })
    .execute()
}
