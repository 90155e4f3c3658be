import type { GoalStatus } from '#contract/codes/index.ts'

/** A goal that is still open when its case ends. */
export type OpenGoal = Readonly<{ id: string; parentId: string | null; baselineLevel: number }>

/** What became of a goal. */
export type GoalEnd = Extract<GoalStatus, 'achieved' | 'partly-achieved' | 'not-achieved' | 'cancelled'>

/** The level that the final evaluation found for a goal, by the goal's id; null or absent where it found none. */
export type LevelsFound = ReadonlyMap<string, number | null>

/**
 * Where each goal stands once its case is closed, by what the final evaluation found on its scale:
 * as expected or better is achieved, better than at the beginning partly so, anything else not. A goal without a level
 * of its own stands as the nearer goals under it do; where nothing was found, it was given up.
 * @param goals the goals still open, of any edition
 * @returns one end for each of them, by its id
 */
export function goalEnds(goals: readonly OpenGoal[], found: LevelsFound): ReadonlyMap<string, GoalEnd> {
  const ends = new Map<string, GoalEnd>()
  const endOf = (goal: OpenGoal, above: readonly string[]): GoalEnd => {
    const level = found.get(goal.id) ?? null
    if (level !== null) return endAt(level, goal.baselineLevel)
    const nearer = goals.filter(({ id, parentId }) => parentId === goal.id && !above.includes(id))
    return together(nearer.map((one) => endOf(one, [...above, one.id])))
  }
  for (const goal of goals) ends.set(goal.id, endOf(goal, [goal.id]))
  return ends
}

function endAt(level: number, baseline: number): GoalEnd {
  if (level >= 0) return 'achieved'
  return level > baseline ? 'partly-achieved' : 'not-achieved'
}

function together(ends: readonly GoalEnd[]): GoalEnd {
  if (ends.length > 0 && ends.every((end) => end === 'achieved')) return 'achieved'
  if (ends.some((end) => end === 'achieved' || end === 'partly-achieved')) return 'partly-achieved'
  return ends.includes('not-achieved') ? 'not-achieved' : 'cancelled'
}
