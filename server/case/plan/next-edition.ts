import type { PlanSheet } from '#contract/case/plan.ts'

/** What of the former edition is already behind us: it is not carried into the next. */
export type Behind = Readonly<{ goalIds: ReadonlySet<string>; stepIds: ReadonlySet<string> }>

/** A plan that nobody has begun. */
export const emptyPlan: PlanSheet = {
  strategy: '',
  methods: [],
  rationale: '',
  participation: '',
  risks: [],
  unmetNeeds: [],
  evaluationWay: '',
  clientDuties: '',
  agencyDuties: '',
  startsOn: null,
  endsOn: null,
  reviewOn: null,
  goals: [],
  services: [],
  steps: [],
}

/**
 * The sheet of the next edition: the former one without what is reached or settled, every row under a new id,
 * with its ties kept. Needs that the present assessment no longer names fall away.
 */
export function nextEdition(
  former: PlanSheet,
  behind: Behind,
  needIds: readonly string[],
  newId: () => string,
): PlanSheet {
  const goals = former.goals.filter(({ id }) => !behind.goalIds.has(id))
  const goalIds = new Map(goals.map(({ id }) => [id, newId()]))
  const renamed = (ids: readonly string[]) => ids.flatMap((id) => goalIds.get(id) ?? [])
  const tied = (id: string | null) => (id === null ? null : (goalIds.get(id) ?? null))
  return {
    ...former,
    unmetNeeds: former.unmetNeeds.filter(({ needId }) => needIds.includes(needId)),
    goals: goals.map((goal) => ({
      ...goal,
      id: goalIds.get(goal.id) ?? newId(),
      parentId: tied(goal.parentId),
      needIds: goal.needIds.filter((id) => needIds.includes(id)),
    })),
    services: former.services.map((service) => ({
      ...service,
      id: newId(),
      goalIds: renamed(service.goalIds),
    })),
    steps: former.steps
      .filter(({ id }) => !behind.stepIds.has(id))
      .map((step) => ({ ...step, id: newId(), goalId: tied(step.goalId) })),
  }
}
