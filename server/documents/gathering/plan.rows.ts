import type { Awaited } from '#contract/case/awaited.ts'
import type { Confirmer } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import {
  type GoalFacts,
  type PlanFacts,
  type Signature,
  type Signatures,
  type StepFacts,
  timetableOf,
} from '../case-facts.ts'
import { awaitedBox } from './awaited.rows.ts'
import type { PlanRows as Rows } from './stages.queries.ts'
import { codedAll, codedOrNull, moment, signedBy, textOrNull, unsigned } from './text.ts'

type Goal = Rows['goals'][number]
type Step = Rows['steps'][number]

/** The plan as form C shows it: each goal of the shortest term with the longer goals that it serves. */
export function planFacts(rows: Rows): PlanFacts {
  const { plan } = rows
  const parents = new Set(rows.goals.map(({ parentId }) => parentId))
  const goals = rows.goals
    .filter(({ id }) => !parents.has(id))
    .map((goal, index) => goalFacts(rows, goal, index + 1))
  return {
    goals,
    strategy: textOrNull(
      [plan.strategy, plan.rationale].filter((text) => textOrNull(text) !== null).join('\n'),
    ),
    methods: codedAll('workingMethod', plan.methods),
    timetable: timetableOf(goals),
    clientRightsAndDuties: textOrNull(plan.clientDuties),
    workerRightsAndDuties: textOrNull(plan.agencyDuties),
    evaluationMethod: textOrNull(plan.evaluationWay),
    participation: textOrNull(plan.participation),
    period: { from: plan.startsOn, until: plan.endsOn },
  }
}

function goalFacts(rows: Rows, goal: Goal, priority: number): GoalFacts {
  const above = ancestorsOf(rows.goals, goal)
  const statementOf = (term: string) => above.find((one) => one.term === term)?.statement ?? null
  const steps = (responsible: string) =>
    rows.steps.filter((step) => step.goalId === goal.id && step.responsible === responsible).map(stepFacts)
  const needNames = rows.needs
    .filter(({ id }) => goal.needIds.includes(id))
    .map(({ description }) => description)
  return {
    priority,
    need: textOrNull(needNames.join('; ')),
    longTermGoal: textOrNull(statementOf('long-term')),
    intermediateGoal: textOrNull(statementOf('intermediate')),
    shortTermGoal: goal.statement,
    indicator: textOrNull(goal.indicator),
    baseline: textOrNull(goal.baseline),
    target: textOrNull(goal.target),
    smart: codedAll('smartCheck', goal.smart),
    weight: goal.weight,
    levels: goal.gasLevels.map((description, index) => ({ level: index - 2, description })).toReversed(),
    services: rows.services
      .filter(({ goalIds }) => goalIds.includes(goal.id))
      .map(({ content, provider, form, frequency }) => ({
        service: content,
        provider: textOrNull(provider),
        contact: null,
        form: textOrNull(form),
        frequency: textOrNull(frequency),
      })),
    clientSteps: steps('client'),
    workerSteps: steps('worker'),
    otherSteps: steps('other-agency'),
    period: { from: rows.plan.startsOn, until: goal.dueOn },
    monitoring: null,
    result: codedOrNull('goalStatus', goal.status),
    resultOn: null,
    reviewOn: rows.plan.reviewOn,
  }
}

function ancestorsOf(goals: readonly Goal[], { parentId }: Goal): Goal[] {
  const parent = goals.find(({ id }) => id === parentId)
  return parent
    ? [
        parent,
        ...ancestorsOf(
          goals.filter((goal) => goal !== parent),
          parent,
        ),
      ]
    : []
}

const stepFacts = ({
  what,
  responsibleName,
  instructions,
  dueOn,
  outcome,
  expectedOutcome,
}: Step): StepFacts => ({
  step: what,
  by: textOrNull(responsibleName),
  instruction: textOrNull(instructions),
  deadline: dueOn,
  outcome: textOrNull(outcome) ?? textOrNull(expectedOutcome),
})

/** Who signed and who confirmed the plan, and who is still awaited. */
export function planSignatures(
  { plan, confirmations }: Rows,
  awaited: readonly Awaited[],
  language: Language,
): Signatures {
  const given = (as: Confirmer): Signature | null => {
    const confirmation = confirmations.find(({ givenAs }) => givenAs === as)
    if (!confirmation) return awaitedBox(awaited, as, language)
    const { name, way, givenAt, witness } = confirmation
    return {
      name,
      way: codedOrNull('confirmationWay', way),
      signedAt: moment(givenAt),
      note: textOrNull(witness),
    }
  }
  return {
    ...unsigned,
    worker: signedBy(plan.signer, plan.signedAt),
    supervisor: signedBy(plan.cosigner, plan.cosignedAt),
    client: given('client'),
    guardian: given('guardian'),
  }
}
