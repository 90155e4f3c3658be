import type { PlanSheet } from '#contract/case/plan.ts'
import { type Check, says } from '#server/kernel/whole.ts'
import { goalChecks, needChecks, type PlannedNeed } from './goal-checks.ts'

/** Everything a plan must hold before it is signed, each with its path and what is wrong when it is not. */
export const planChecks = (sheet: PlanSheet, needs: readonly PlannedNeed[]): Check[] => [
  ...needChecks(sheet, needs),
  ['goals', sheet.goals.length > 0, 'too-few'],
  ...goalChecks(sheet, needs),
  ['services', sheet.services.length > 0, 'too-few'],
  ...serviceChecks(sheet),
  ['steps', sheet.steps.length > 0, 'too-few'],
  ...stepChecks(sheet),
  ...frameChecks(sheet),
  ...riskChecks(sheet),
]

/** The problems of a plan as it stands: what a screen lists before anybody tries to sign. */
export const unfinishedIn = (sheet: PlanSheet, needs: readonly PlannedNeed[]) =>
  planChecks(sheet, needs)
    .filter(([, holds]) => !holds)
    .map(([path, , code = 'required']) => ({ path, code }))

/** Backward planning: a service stands under a goal, and says what, how, how often, how long and where. */
const serviceChecks = ({ services, goals }: PlanSheet): Check[] =>
  services.flatMap(({ goalIds, content, form, frequency, duration, place }, index): Check[] => [
    [`services.${index}.goalIds`, goals.some(({ id }) => goalIds.includes(id)), 'plan/no-goal'],
    [`services.${index}.content`, says(content)],
    [`services.${index}.form`, says(form)],
    [`services.${index}.frequency`, says(frequency)],
    [`services.${index}.duration`, says(duration)],
    [`services.${index}.place`, says(place)],
  ])

/** A step has an owner, a deadline and an outcome; what the client does is told in plain words. */
const stepChecks = ({ steps, goals, startsOn, endsOn }: PlanSheet): Check[] =>
  steps.flatMap((step, index): Check[] => [
    [`steps.${index}.what`, says(step.what)],
    [`steps.${index}.responsible`, step.responsible !== null],
    [`steps.${index}.responsibleName`, step.responsible !== 'other-agency' || says(step.responsibleName)],
    [`steps.${index}.instructions`, step.responsible !== 'client' || says(step.instructions)],
    [`steps.${index}.dueOn`, step.dueOn !== null],
    [`steps.${index}.dueOn`, isWithin(step.dueOn, startsOn, endsOn), 'plan/outside-the-plan'],
    [`steps.${index}.expectedOutcome`, says(step.expectedOutcome)],
    [
      `steps.${index}.goalId`,
      step.goalId === null || goals.some(({ id }) => id === step.goalId),
      'plan/no-goal',
    ],
  ])

/** The sections of the written plan and its dates. */
function frameChecks(sheet: PlanSheet): Check[] {
  const { startsOn, endsOn, reviewOn } = sheet
  return [
    ['strategy', says(sheet.strategy)],
    ['methods', sheet.methods.length > 0],
    ['rationale', says(sheet.rationale)],
    ['participation', says(sheet.participation)],
    ['evaluationWay', says(sheet.evaluationWay)],
    ['clientDuties', says(sheet.clientDuties)],
    ['agencyDuties', says(sheet.agencyDuties)],
    ['startsOn', startsOn !== null],
    ['endsOn', endsOn !== null],
    ['endsOn', startsOn === null || endsOn === null || endsOn > startsOn, 'plan/ends-before-it-starts'],
    ['reviewOn', reviewOn !== null],
    ['reviewOn', isWithin(reviewOn, startsOn, endsOn), 'plan/outside-the-plan'],
  ]
}

const riskChecks = ({ risks }: PlanSheet): Check[] => [
  ['risks', risks.length > 0, 'too-few'],
  ...risks.flatMap(({ risk, likelihood, impact, response, owner }, index): Check[] => [
    [`risks.${index}.risk`, says(risk)],
    [`risks.${index}.likelihood`, likelihood !== null],
    [`risks.${index}.impact`, impact !== null],
    [`risks.${index}.response`, says(response)],
    [`risks.${index}.owner`, says(owner)],
  ]),
]

/** Whether a day lies in the time of the plan; what is not known yet stands in nobody's way. */
const isWithin = (day: string | null, from: string | null, until: string | null) =>
  day === null || ((from === null || day >= from) && (until === null || day <= until))
