import type { GoalSheet, PlanSheet } from '#contract/case/plan.ts'
import { smartCheck } from '#contract/codes/index.ts'
import {
  activatePlan,
  changePlan,
  confirmPlan,
  cosignPlan,
  openPlan,
  signPlan,
} from '#server/case/plan/plan.actions.ts'
import { phrases } from './phrases.ts'
import type { Scene } from './scene.ts'
import type { Goal, Planning, Service, Step } from './story.ts'
import { needIdOf } from './tell-assessment.ts'

/** The ids of a goal by its key, and of a step by its place. */
export const goalIdOf = ({ id }: Scene, key: string) => id('goal', key)
export const stepIdOf = ({ id }: Scene, place: number) => id('step', String(place))

/** Tells the plan: written with the client, signed, perhaps co-signed, confirmed, begun. */
export function tellPlan(scene: Scene, planning: Planning) {
  const { id, act, go, caseId } = scene
  const planId = id('plan')
  const place = async (tx: Parameters<typeof caseId>[0]) => ({ caseId: await caseId(tx), planId })
  go(planning.day)
  const sheet = sheetOf(scene, planning)
  act('plan opened', 'plan.write', async (tx) => openPlan(tx, await caseId(tx), { id: planId }))
  act('plan written', 'plan.write', async (tx) => changePlan(tx, await place(tx), sheet))
  if (planning.draft) return
  act('plan signed', 'plan.sign', async (tx) => signPlan(tx, await place(tx)))
  const { cosigned, active } = planning
  if (cosigned) {
    go(cosigned.day)
    act('plan co-signed', 'plan.cosign', async (tx) => cosignPlan(tx, await place(tx)), cosigned.by)
  }
  if (active === undefined) return
  const givenAt = go(active).toISOString()
  for (const { givenAs, personId } of confirmers(scene)) {
    const given = {
      id: id('confirmation', givenAs),
      givenAs,
      personId,
      way: 'signature' as const,
      witness: '',
      said: '',
      givenAt,
    }
    act(`plan confirmed by the ${givenAs}`, 'plan.confirm', async (tx) =>
      confirmPlan(tx, await place(tx), given),
    )
  }
  act('plan activated', 'plan.activate', async (tx) => activatePlan(tx, await place(tx)))
}

function confirmers({ story, id }: Scene) {
  const guardian = story.companions?.findIndex((companion) => companion.guardian) ?? -1
  const client = { givenAs: 'client' as const, personId: id('client') }
  return guardian < 0
    ? [client]
    : [client, { givenAs: 'guardian' as const, personId: id('companion', String(guardian)) }]
}

function sheetOf(scene: Scene, planning: Planning): PlanSheet {
  const { calendar, language } = scene
  const said = phrases[language]
  const { strategy, rationale, participation } = planning
  return {
    strategy,
    methods: ['case-work', 'case-management'],
    rationale,
    participation,
    risks: [{ likelihood: 'medium', impact: 'medium', owner: workerName(scene), ...planning.risk }],
    evaluationWay: said.evaluationWay,
    clientDuties: said.duties,
    agencyDuties: said.planDuties,
    startsOn: calendar.day(planning.starts),
    endsOn: calendar.day(planning.ends),
    reviewOn: calendar.day(planning.review),
    unmetNeeds: (planning.unmet ?? []).map(([place, reason]) => ({
      needId: needIdOf(scene, place),
      reason,
    })),
    goals: planning.goals.map((goal) => goalSheetOf(scene, goal)),
    services: planning.services.map((service, at) => serviceSheetOf(scene, service, at)),
    steps: planning.steps.map((step, at) => stepSheetOf(scene, step, at)),
  }
}

const workerName = ({ nameOf, story }: Scene) => nameOf(story.by)

const noLevels: GoalSheet['gasLevels'] = ['', '', '', '', '']

function goalSheetOf(
  scene: Scene,
  { key, under, needs = [], words = '', due, levels, term, weight, track, ...goal }: Goal,
): GoalSheet {
  return {
    ...goal,
    id: goalIdOf(scene, key),
    parentId: under === undefined ? null : goalIdOf(scene, under),
    term: term ?? (under === undefined ? 'long-term' : 'short-term'),
    needIds: needs.map((place) => needIdOf(scene, place)),
    trackLink: track?.[0] ?? null,
    trackTopic: track?.[1] ?? '',
    clientWords: words,
    dueOn: scene.calendar.day(due),
    smart: [...smartCheck.codes],
    weight: weight ?? (levels ? 1 : 0),
    gasLevels: levels ? [...levels] : noLevels,
    baselineLevel: levels ? -2 : -1,
  }
}

function serviceSheetOf(scene: Scene, { goals, ...service }: Service, at: number) {
  const said = phrases[scene.language]
  return {
    activityType: 'resource-coordination' as const,
    method: 'case-work' as const,
    form: said.office,
    duration: said.hour,
    place: said.office,
    provider: '',
    ...service,
    id: scene.id('service', String(at)),
    goalIds: goals.map((key) => goalIdOf(scene, key)),
  }
}

const stepSheetOf = (scene: Scene, { goal, what, who, name, how = '', due, outcome }: Step, at: number) => ({
  id: stepIdOf(scene, at),
  goalId: goal === undefined ? null : goalIdOf(scene, goal),
  what,
  responsible: who,
  responsibleName: name ?? (who === 'worker' ? workerName(scene) : (scene.story.client?.name ?? '')),
  instructions: how,
  dueOn: scene.calendar.day(due),
  expectedOutcome: outcome,
})
