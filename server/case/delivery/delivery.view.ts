import { type DeliveryView, stepState, type StepView } from '#contract/case/delivery.ts'
import { PlanState } from '#contract/case/plan.ts'
import { responsibleParty, riskLevel } from '#contract/codes/index.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { recordStages } from './process-record.ts'
import { deliveryHeading, type MoveRow, stepMoves, type StepRow, stepRows } from './step.queries.ts'
import { isOpenStep } from './step.ts'

/** The work of a case as this reader sees it: what is next, by its deadline, and what is done. */
export async function viewDelivery(tx: Transaction, caseId: string): Promise<DeliveryView> {
  const caseFile = await lookAtCase(tx, caseId)
  const heading = await deliveryHeading(tx, caseId)
  const rows = await stepRows(tx, caseId)
  const ids = rows.map(({ id }) => id)
  tx.saw({ kind: 'step-list', caseId, listed: ids })
  const moves = await stepMoves(tx, ids)
  const canRecord = caseFile.state === 'open' && recordStages.includes(caseFile.stage)
  return {
    caseId,
    caseNumber: heading.caseNumber,
    client: { id: heading.clientId, name: heading.clientName },
    riskLevel: riskLevel.schema.parse(heading.riskLevel),
    plan: planFrom(heading),
    steps: rows.map((row) => stepFrom(tx, caseFile, row, moves)),
    abilities: { writeRecord: abilityFor(tx.actor, 'record.write', { team: caseFile.team }, canRecord) },
  }
}

const planFrom = ({
  planId,
  edition,
  planState,
  endsOn,
  reviewOn,
}: Awaited<ReturnType<typeof deliveryHeading>>) =>
  planId === null || edition === null
    ? null
    : { id: planId, edition, ended: planState === 'ended', endsOn, reviewOn }

/** One step as this reader sees it. */
export async function viewStep(tx: Transaction, caseId: string, stepId: string): Promise<StepView> {
  const caseFile = await lookAtCase(tx, caseId)
  const [row] = await stepRows(tx, caseId, stepId)
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'step', id: stepId, caseId })
  return stepFrom(tx, caseFile, row, await stepMoves(tx, [stepId]))
}

function stepFrom(
  { actor }: Transaction,
  { team, state }: CaseFile,
  row: StepRow,
  moves: readonly MoveRow[],
): StepView {
  const { planState, goalId, goalStatement, responsible, state: itsState, ...facts } = row
  const kept = { state: stepState.schema.parse(itsState), planState: PlanState.parse(planState) }
  const now = state === 'open' && isOpenStep(kept)
  return {
    ...facts,
    state: kept.state,
    responsible: responsibleParty.schema.nullable().parse(responsible),
    goal: goalId === null || goalStatement === null ? null : { id: goalId, statement: goalStatement },
    moves: moves.filter(({ stepId }) => stepId === row.id).map(moveFrom),
    abilities: {
      settle: abilityFor(actor, 'step.settle', { team }, now),
      move: abilityFor(actor, 'step.move', { team }, now),
    },
  }
}

const moveFrom = ({ fromOn, toOn, reason, at, workerId, workerName }: MoveRow) => ({
  from: fromOn,
  to: toOn,
  reason,
  by: { id: workerId, name: workerName },
  at: at.toISOString(),
})
