import type { Selectable } from 'kysely'
import {
  GivePlanConfirmation,
  GoalSheet,
  PlanSheet,
  PlanState,
  ServiceSheet,
  StepSheet,
} from '#contract/case/plan.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Plan } from './plan.ts'

/** The rows that make up one plan, lists in their order. */
export type PlanRows = Readonly<{
  plan: Selectable<Tables['plans']>
  goals: readonly Selectable<Tables['goals']>[]
  services: readonly Selectable<Tables['services']>[]
  steps: readonly Selectable<Tables['steps']>[]
  confirmations: readonly Selectable<Tables['planConfirmations']>[]
  superseded: boolean
}>

/** A plan out of its rows, checked by the contract. */
export function planFrom({ plan, goals, services, steps, confirmations, superseded }: PlanRows): Plan {
  const { id, caseId, edition, assessmentId, state, authorId, signedBy, version } = plan
  const lists = {
    goals: goals.map((row) => picked(row, GoalSheet)),
    services: services.map((row) => picked(row, ServiceSheet)),
    steps: steps.map((row) => picked(row, StepSheet)),
  }
  return {
    id,
    caseId,
    edition,
    assessmentId,
    state: PlanState.parse(state),
    authorId,
    signedBy,
    sheet: picked({ ...plan, ...lists }, PlanSheet),
    confirmations: confirmations.map((row) =>
      picked({ ...row, givenAt: row.givenAt.toISOString() }, GivePlanConfirmation),
    ),
    superseded,
    version,
  }
}

type Shape<Value> = { shape: object; parse: (value: unknown) => Value }

/** Exactly the fields of a contract out of a row. */
const picked = <Value>(row: object, contract: Shape<Value>): Value =>
  contract.parse(Object.fromEntries(Object.entries(row).filter(([key]) => key in contract.shape)))
