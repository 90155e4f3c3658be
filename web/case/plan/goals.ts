import type { GoalSheet, PlanSheet, ServiceSheet, StepSheet } from '#contract/case/plan.ts'
import { type GoalTerm, type SmartCheck, smartCheck } from '#contract/codes/index.ts'

const says = (text: string) => text.trim() !== ''

/** Which of the five questions the goal answers by itself; the others are the worker's judgement. */
export function answeredBy(goal: GoalSheet, hasNeed: boolean): SmartCheck[] {
  const answers: Partial<Record<SmartCheck, boolean>> = {
    measurable: [goal.indicator, goal.baseline, goal.target].every(says),
    relevant: hasNeed,
    'time-bound': goal.dueOn !== null,
  }
  return smartCheck.codes.filter((check) => answers[check])
}

/**
 * The goal after a change, with the questions ticked that this change has answered and those unticked whose ground is
 * gone. What the worker decided otherwise stays as they decided it.
 */
export function withAnswers(
  before: GoalSheet,
  after: GoalSheet,
  hasNeed: (goal: GoalSheet) => boolean,
): GoalSheet {
  const was = answeredBy(before, hasNeed(before))
  const is = answeredBy(after, hasNeed(after))
  const ticked = smartCheck.codes.filter((check) => {
    if (is.includes(check) && !was.includes(check)) return true
    return after.smart.includes(check) && !(was.includes(check) && !is.includes(check))
  })
  return { ...after, smart: ticked }
}

/** A goal that nobody has described yet. A long-term goal begins without a scale: nearer goals measure it. */
export const newGoal = (term: GoalTerm, parent: GoalSheet | null, needIds: readonly string[]): GoalSheet => ({
  id: crypto.randomUUID(),
  parentId: parent?.id ?? null,
  term,
  needIds: [...needIds],
  trackLink: null,
  trackTopic: '',
  statement: '',
  clientWords: '',
  indicator: '',
  baseline: '',
  target: '',
  dueOn: null,
  smart: needIds.length > 0 ? ['relevant'] : [],
  weight: term === 'long-term' ? 0 : 1,
  gasLevels: ['', '', '', '', ''],
  baselineLevel: -1,
})

/** A service under a goal, not described yet. */
export const newService = (goalId: string, provider: string): ServiceSheet => ({
  id: crypto.randomUUID(),
  goalIds: [goalId],
  content: '',
  activityType: null,
  method: null,
  form: '',
  frequency: '',
  duration: '',
  place: '',
  provider,
})

/** A step under a goal, not described yet. */
export const newStep = (goalId: string): StepSheet => ({
  id: crypto.randomUUID(),
  goalId,
  what: '',
  responsible: null,
  responsibleName: '',
  instructions: '',
  dueOn: null,
  expectedOutcome: '',
})

type Lists = Pick<PlanSheet, 'goals' | 'services' | 'steps'>

/** The lists without a goal and what only it needed: the goals that led to it, their services and their steps. */
export function withoutGoal({ goals, services, steps }: Lists, goalId: string): Lists {
  const gone = new Set([goalId, ...descendantsOf(goals, goalId)])
  return {
    goals: goals.filter(({ id }) => !gone.has(id)),
    services: services
      .map((service) => ({ ...service, goalIds: service.goalIds.filter((id) => !gone.has(id)) }))
      .filter((service) => service.goalIds.length > 0),
    steps: steps.filter((step) => step.goalId === null || !gone.has(step.goalId)),
  }
}

function descendantsOf(goals: readonly GoalSheet[], parentId: string): string[] {
  const children = goals.filter((goal) => goal.parentId === parentId).map(({ id }) => id)
  return [...children, ...children.flatMap((child) => descendantsOf(goals, child))]
}

/** The goals nobody stands above, in their order: long-term goals, and whatever lost its own. */
export const rootsOf = (goals: readonly GoalSheet[]) =>
  goals.filter(({ parentId }) => !goals.some(({ id }) => id === parentId))

/** The goals that lead to a goal. */
export const childrenOf = (goals: readonly GoalSheet[], parent: GoalSheet) =>
  goals.filter(({ parentId }) => parentId === parent.id)

/** The services and steps that stand under a goal; a service of several goals stands under its first. */
export const under = ({ services, steps }: Lists, goalId: string) => ({
  services: services.filter(({ goalIds }) => goalIds[0] === goalId),
  steps: steps.filter((step) => step.goalId === goalId),
})

/** A list in which the rows of one goal are replaced by others; the rest keeps its place. */
export function replaced<Row extends { id: string }>(
  all: readonly Row[],
  old: readonly Row[],
  rows: readonly Row[],
): Row[] {
  const isOld = (row: Row) => old.some(({ id }) => id === row.id)
  const at = all.findIndex(isOld)
  const rest = all.filter((row) => !isOld(row))
  return at < 0 ? [...rest, ...rows] : [...rest.slice(0, at), ...rows, ...rest.slice(at)]
}
