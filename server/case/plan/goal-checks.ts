import type { GoalSheet, PlanSheet } from '#contract/case/plan.ts'
import { smartCheck } from '#contract/codes/index.ts'
import { type Check, says } from '#server/kernel/whole.ts'

/** Something whose problem or wish the plan must answer; found by the assessment. */
export type PlannedNeed = Readonly<{ id: string; priority: string | null }>

/**
 * Whether a goal is scaled: nearer goals always, a long-term goal when it carries weight. Otherwise a long-term goal
 * is measured by the goals that lead to it, and nobody has to describe its five levels.
 */
export const isScaled = ({ term, weight, gasLevels }: GoalSheet) =>
  term !== 'long-term' || weight > 0 || gasLevels.some(says)

/** What every goal of a plan needs: SMART, its place in the tree, its need, its scale, its dates. */
export function goalChecks(sheet: PlanSheet, needs: readonly PlannedNeed[]): Check[] {
  return sheet.goals.flatMap((goal, index) => {
    const checks = [
      ...smartChecks(goal),
      ...treeChecks(goal, sheet.goals, needs),
      ...scaleChecks(goal),
      ...dateChecks(goal, sheet),
    ]
    return checks.map(([path, ...rest]): Check => [`goals.${index}.${path}`, ...rest])
  })
}

/** Every need of high priority has a goal or a reason why not; named by its place among the needs. */
export const needChecks = ({ goals, unmetNeeds }: PlanSheet, needs: readonly PlannedNeed[]): Check[] =>
  needs.map(({ id, priority }, index) => [
    `needs.${index}`,
    priority !== 'high' ||
      goals.some(({ needIds }) => needIds.includes(id)) ||
      unmetNeeds.some(({ needId, reason }) => needId === id && says(reason)),
    'plan/need-without-goal',
  ])

function smartChecks({ statement, indicator, baseline, target, dueOn, smart }: GoalSheet): Check[] {
  return [
    ['statement', says(statement)],
    ['indicator', says(indicator)],
    ['baseline', says(baseline)],
    ['target', says(target)],
    ['dueOn', dueOn !== null],
    ['smart', smartCheck.codes.every((check) => smart.includes(check)), 'plan/not-smart'],
  ]
}

function treeChecks(goal: GoalSheet, goals: readonly GoalSheet[], needs: readonly PlannedNeed[]): Check[] {
  const parent = parentOf(goal, goals)
  const wanted: Record<GoalSheet['term'], readonly (string | undefined)[]> = {
    'long-term': [undefined],
    intermediate: ['long-term'],
    'short-term': ['long-term', 'intermediate'],
  }
  return [
    ['parentId', wanted[goal.term].includes(parent?.term), 'plan/no-long-term-goal'],
    ['needIds', tracesToNeed(goal, goals, needs), 'plan/no-need'],
    // What runs beside the main plan begins with a long-term goal and says its topic.
    ['trackLink', goal.trackLink === null || goal.term === 'long-term', 'plan/no-long-term-goal'],
    ['trackTopic', goal.trackLink === null || says(goal.trackTopic)],
  ]
}

const parentOf = ({ parentId }: GoalSheet, goals: readonly GoalSheet[]) =>
  goals.find(({ id }) => id === parentId)

/** A goal answers a need itself, or through the goal that it leads to. Three terms, so at most two steps up. */
function tracesToNeed(goal: GoalSheet, goals: readonly GoalSheet[], needs: readonly PlannedNeed[]) {
  const parent = parentOf(goal, goals)
  const upwards = [goal, parent, parent && parentOf(parent, goals)]
  return upwards.some((one) => one?.needIds.some((id) => needs.some((need) => need.id === id)))
}

/** Five levels that say something, each another thing, and a weight (R-123; Kiresuk and Sherman, 1968). */
function scaleChecks(goal: GoalSheet): Check[] {
  if (!isScaled(goal)) return []
  const described = goal.gasLevels.filter(says).map((level) => level.trim())
  return [
    ['weight', goal.weight > 0, 'plan/no-weight'],
    ...goal.gasLevels.map((level, place): Check => [`gasLevels.${place}`, says(level)]),
    ['gasLevels', new Set(described).size === described.length, 'plan/levels-alike'],
  ]
}

/** A goal is due while the plan runs, and before the goal it leads to; only a long-term goal may outlive the plan. */
function dateChecks(goal: GoalSheet, { goals, startsOn, endsOn }: PlanSheet): Check[] {
  const { dueOn, term } = goal
  if (dueOn === null) return []
  const parentDue = parentOf(goal, goals)?.dueOn ?? null
  const inTime =
    (startsOn === null || dueOn >= startsOn) && (term === 'long-term' || endsOn === null || dueOn <= endsOn)
  return [
    ['dueOn', inTime, 'plan/outside-the-plan'],
    ['dueOn', parentDue === null || dueOn <= parentDue, 'plan/after-its-long-term-goal'],
  ]
}
