import type { Assessing, Goal, Planning, Service, Step } from '../story.ts'

/** A case that turns on one thing: one problem, one need, one strength, and one goal with the goal it leads to. */
export type OneThing = Readonly<{
  domain: Assessing['problems'][number]['domain']
  problem: string
  cause: string
  need: string
  words: string
  strength: string
  summary: string
}>

/** The assessment of such a case. */
export const assessed = (
  thing: OneThing,
  how: Pick<Assessing, 'day' | 'draft' | 'confirmed' | 'cosigned'>,
): Assessing => ({
  ...how,
  presenting: thing.words,
  summary: thing.summary,
  problems: [{ domain: thing.domain, description: thing.problem, cause: thing.cause }],
  needs: [{ description: thing.need, clientWords: thing.words, of: [0] }],
  strengths: [['individual', thing.strength]],
})

type Aim = Readonly<{
  far: string
  near: string
  indicator: string
  from: string
  to: string
  levels: NonNullable<Goal['levels']>
  service: string
  often: string
  strategy: string
  because: string
  together: string
  risk: Planning['risk']
}>

type Dates = Pick<Planning, 'day' | 'draft' | 'cosigned' | 'active' | 'starts' | 'ends' | 'review'>

/** The plan of such a case: one measured goal, one service under it, and the steps. */
export function planned(
  aim: Aim,
  dates: Dates,
  steps: readonly Omit<Step, 'goal'>[],
  service: Partial<Service> = {},
): Planning {
  const { indicator, from: baseline, to: target } = aim
  return {
    ...dates,
    strategy: aim.strategy,
    rationale: aim.because,
    participation: aim.together,
    risk: aim.risk,
    goals: [
      { key: 'far', needs: [0], statement: aim.far, indicator, baseline, target, due: dates.ends },
      {
        key: 'near',
        under: 'far',
        needs: [0],
        statement: aim.near,
        indicator,
        baseline,
        target,
        due: dates.ends,
        levels: aim.levels,
      },
    ],
    services: [{ goals: ['near'], content: aim.service, frequency: aim.often, ...service }],
    steps: steps.map((step) => ({ ...step, goal: 'near' })),
  }
}
