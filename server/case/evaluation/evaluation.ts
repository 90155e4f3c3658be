import type {
  Attainment,
  EvaluatedGoal,
  EvaluationSheet,
  EvaluationState,
  GoalRating,
} from '#contract/case/evaluation.ts'
import type { EvaluationConclusion, EvaluationKind, Stage } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Check, says, whole } from '#server/kernel/whole.ts'
import { goalAttainmentScore } from './goal-attainment.ts'

/**
 * Did it help? An evaluation looks at the plan while it runs (process, stage) or at what came of it (outcome).
 *
 *   draft ──▶ signed                                by level 3 and higher
 *     └────▶ awaiting-cosignature ──▶ signed        by level 4: attainment scaling and gap analysis are level-3 work
 */
export type Evaluation = Readonly<{
  id: string
  caseId: string
  kind: EvaluationKind
  state: EvaluationState
  sheet: EvaluationSheet
  goals: readonly EvaluatedGoal[]
  authorId: string
  signedBy: string | null
  version: number
}>

/** The author among those who may not co-sign: whoever wrote or signed it, when the actor is one of them. */
export const ownHandIn = ({ authorId, signedBy }: Evaluation, workerId: string) =>
  signedBy === workerId ? workerId : authorId

/** The stages in which an evaluation may be begun: whoever closes early still looks at what was reached. */
export const evaluationStages: readonly Stage[] = ['delivery', 'evaluation', 'closing']

/** Refuses a change of what was signed. */
export function refuseUnlessDraft({ state }: Pick<Evaluation, 'state'>) {
  if (state !== 'draft') throw new Refusal('record-is-signed')
}

/** Refuses a signature while something an evaluation of this kind needs is missing, naming all of it at once. */
export function refuseUnlessSignable(evaluation: Evaluation, today: Day) {
  const { kind, sheet } = evaluation
  whole([
    ['heldOn', sheet.heldOn !== null],
    ['heldOn', sheet.heldOn === null || sheet.heldOn <= today, 'in-the-future'],
    ['subjects', sheet.subjects.length > 0],
    ['methods', sheet.methods.length > 0],
    [
      'othersConsented',
      sheet.othersConsented || !sheet.subjects.some((one) => one === 'family' || one === 'other'),
    ],
    ...ratingChecks('processRatings', sheet.processRatings),
    ...(kind === 'outcome' ? outcomeChecks(evaluation) : []),
    ['conclusion', sheet.conclusion !== null],
  ])
}

const ratingChecks = (path: string, ratings: Readonly<Record<string, { rating: number | null }>>): Check[] =>
  Object.entries(ratings).map(([code, { rating }]) => [`${path}.${code}`, rating !== null])

/**
 * changes, appraisal, every goal or why not, gaps where a goal fell short, lessons.
 * A goal of weight 0 has no scale: it is measured by the nearer goals that lead to it.
 */
function outcomeChecks({ sheet, goals }: Evaluation): Check[] {
  const ratings = ratingsByGoal(sheet.goalRatings)
  return [
    ...ratingChecks('appraisal', sheet.appraisal),
    ['outcomeRatings.problem-improvement', says(sheet.outcomeRatings['problem-improvement'].after)],
    ['outcomeRatings.ability-improvement', says(sheet.outcomeRatings['ability-improvement'].after)],
    ...goals
      .filter(({ weight }) => weight > 0)
      .map(({ id }): Check => {
        const rating = ratings.get(id)
        return [`goalRatings.${id}`, rating !== undefined && (rating.level !== null || says(rating.evidence))]
      }),
    ['gaps', !fellShort(sheet) || sheet.gaps.some(({ actual, measure }) => says(actual) && says(measure))],
    ['lessons', says(sheet.lessons)],
  ]
}

const ratingsByGoal = (ratings: readonly GoalRating[]) =>
  new Map(ratings.map((rating) => [rating.goalId, rating]))

/** Whether some goal was reached less than expected: then the gap is named and something is done about it. */
export const fellShort = ({ goalRatings }: Pick<EvaluationSheet, 'goalRatings'>) =>
  goalRatings.some(({ level }) => level !== null && level < 0)

/** The attainment of the plan's goals as they are rated now: T, the baseline's T, their difference, and how many were rated. */
export function attainmentOf(goals: readonly EvaluatedGoal[], ratings: readonly GoalRating[]): Attainment {
  const byGoal = ratingsByGoal(ratings)
  const weighed = goals.filter(({ weight }) => weight > 0)
  const score = (levelOf: (goal: EvaluatedGoal) => number | null) => {
    const rated = weighed.map((goal) => ({ weight: goal.weight, level: levelOf(goal) }))
    return rated.some(({ level }) => level !== null) ? goalAttainmentScore(rated).t : null
  }
  const workerLevel = (goal: EvaluatedGoal) => byGoal.get(goal.id)?.level ?? null
  const t = score(workerLevel)
  // Baseline and result are compared over the same goals, or the difference would not be one.
  const baseline = score((goal) => (workerLevel(goal) === null ? null : goal.baselineLevel))
  return {
    t,
    baseline,
    change: t === null || baseline === null ? null : t - baseline,
    clientT: score((goal) => byGoal.get(goal.id)?.clientLevel ?? null),
    rated: weighed.filter((goal) => workerLevel(goal) !== null).length,
    set: weighed.length,
  }
}

/**
 * Where a case goes after a signed evaluation; null when it stays where it is. Referring runs beside an open case
 * . From closing the way back leads through delivery, where the next edition of a plan can be begun.
 */
export function stageAfter(conclusion: EvaluationConclusion, now: Stage): Stage | null {
  const wanted = { continue: 'delivery', adjust: 'plan', refer: 'delivery', close: 'closing' } as const
  const next = conclusion === 'adjust' && now === 'closing' ? 'delivery' : wanted[conclusion]
  return next === now ? null : next
}
