import type { Attainment, EvaluatedGoal, EvaluationSheet, GoalRating } from '#contract/case/evaluation.ts'
import type { EvaluationKind } from '#contract/codes/index.ts'
import type { BoundField } from '#web/app/useDraftSheet.ts'

/** What the parts of the sheet need: its text, its fields ready to spread, and what a signature found missing. */
export type EvaluationFields = {
  kind: EvaluationKind
  attainment: Attainment
  goals: readonly EvaluatedGoal[]
  sheet: EvaluationSheet
  set: <Key extends keyof EvaluationSheet>(key: Key) => (value: EvaluationSheet[Key]) => void
  field: <Key extends keyof EvaluationSheet>(key: Key) => BoundField<EvaluationSheet[Key]>
  errorAt: (path: string) => string | undefined
}

/** The goals that carry weight and so have a scale. */
export const weighedGoals = ({ goals }: { goals: readonly EvaluatedGoal[] }) =>
  goals.filter(({ weight }) => weight > 0)

/** The five levels of a goal's scale, the best on top. */
export const ladderOf = ({ gasLevels }: EvaluatedGoal) =>
  gasLevels.map((text, place) => ({ text, level: place - 2 })).toReversed()

/** What was said of a goal so far. */
export const ratingOf = (ratings: readonly GoalRating[], goalId: string): GoalRating =>
  ratings.find((rating) => rating.goalId === goalId) ?? {
    goalId,
    level: null,
    clientLevel: null,
    evidence: '',
  }

/** The ratings with part of one changed. */
export function withRating(ratings: readonly GoalRating[], goalId: string, part: Partial<GoalRating>) {
  const changed = { ...ratingOf(ratings, goalId), ...part }
  return [...ratings.filter((rating) => rating.goalId !== goalId), changed]
}

/** Whether a goal was reached less than expected: then the gap is named. */
export const fellShort = ({ goalRatings }: EvaluationSheet) =>
  goalRatings.some(({ level }) => level !== null && level < 0)
