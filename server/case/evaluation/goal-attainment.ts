/** A goal as goal attainment scaling sees it. `level` is null until someone has rated it. */
export type RatedGoal = { readonly weight: number; readonly level: number | null }

/** `rated` of `set` goals went into `t`; goals of weight 0 are in neither. */
export type GoalAttainment = { readonly t: number; readonly rated: number; readonly set: number }

export type GoalAttainmentProblem =
  | 'goal-attainment/no-goal'
  | 'goal-attainment/nothing-rated'
  | 'goal-attainment/level'
  | 'goal-attainment/weight'
  | 'goal-attainment/rho'

/** Why no score can be computed; `message` is the code. */
export class GoalAttainmentError extends Error {
  readonly code: GoalAttainmentProblem

  constructor(code: GoalAttainmentProblem) {
    super(code)
    this.name = 'GoalAttainmentError'
    this.code = code
  }
}

/**
 * The T-score of goal attainment scaling (R-123, R-189; Kiresuk and Sherman, 1968):
 * T = 50 + 10·Σwx / √((1−ρ)·Σw² + ρ·(Σw)²). 50 means "as expected"; levels are whole numbers from −2 to +2;
 * ρ is the assumed correlation between goals, 0 ≤ ρ < 1. Unrounded. Throws GoalAttainmentError.
 */
export function goalAttainmentScore(goals: readonly RatedGoal[], rho = 0.3): GoalAttainment {
  if (!(rho >= 0 && rho < 1)) throw new GoalAttainmentError('goal-attainment/rho')
  goals.forEach(requireSound)

  const set = goals.filter((goal) => goal.weight > 0)
  if (set.length === 0) throw new GoalAttainmentError('goal-attainment/no-goal')
  const rated = set.flatMap(({ weight, level }) => (level === null ? [] : [{ weight, level }]))
  if (rated.length === 0) throw new GoalAttainmentError('goal-attainment/nothing-rated')

  return { t: tScore(rated, rho), rated: rated.length, set: set.length }
}

/** The score as people read it: one decimal. Computed values stay unrounded. */
export function shown(t: number): number {
  return Number(t.toFixed(1))
}

function requireSound({ weight, level }: RatedGoal): void {
  if (!(Number.isFinite(weight) && weight >= 0)) throw new GoalAttainmentError('goal-attainment/weight')
  const isLevel = level === null || (Number.isInteger(level) && Math.abs(level) <= 2)
  if (!isLevel) throw new GoalAttainmentError('goal-attainment/level')
}

function tScore(goals: readonly { weight: number; level: number }[], rho: number): number {
  // T does not change when all weights are scaled; a power of two scales exactly and keeps squares in range.
  const largest = goals.reduce((most, { weight }) => Math.max(most, weight), 0)
  const unit = 2 ** Math.floor(Math.log2(largest))
  const weights = goals.map(({ weight }) => weight / unit)
  const sum = total(weights)
  const attained = total(goals.map(({ weight, level }) => (weight / unit) * level))
  return 50 + (10 * attained) / Math.sqrt((1 - rho) * total(weights.map((w) => w * w)) + rho * sum * sum)
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
