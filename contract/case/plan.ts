import { z } from 'zod'
import { Awaited } from '#contract/case/awaited.ts'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  activityType,
  withOwn,
  attainmentLevel,
  codeList,
  confirmationWay,
  confirmer,
  goalStatus,
  goalTerm,
  planTrackLink,
  priority,
  responsibleParty,
  smartCheck,
  workingMethod,
} from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { pageOf } from '#contract/page.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftText } from '#contract/text.ts'

/** How likely a risk is, and how much harm it would do. */
export const riskDegree = codeList({
  low: { 'zh-CN': '小', en: 'Low', ru: 'Низкая' },
  medium: { 'zh-CN': '中', en: 'Medium', ru: 'Средняя' },
  high: { 'zh-CN': '大', en: 'High', ru: 'Высокая' },
})

/** One risk of the service, and what will be done about it. */
export const PlanRisk = z.strictObject({
  risk: DraftText,
  likelihood: riskDegree.schema.nullable(),
  impact: riskDegree.schema.nullable(),
  response: DraftText,
  owner: DraftText,
})
export type PlanRisk = z.infer<typeof PlanRisk>

/** A goal as it is written (F09; ). `gasLevels` run from −2 to +2; a long-term goal of weight 0 has no scale. */
export const GoalSheet = z.strictObject({
  id: Id,
  parentId: Id.nullable(),
  term: goalTerm.schema,
  needIds: z.array(Id).max(50),
  /** Null in the main plan; a long-term goal beside it says its topic and how it is tied to the main problem. */
  trackLink: planTrackLink.schema.nullable(),
  trackTopic: DraftText,
  statement: DraftText,
  clientWords: DraftText,
  indicator: DraftText,
  baseline: DraftText,
  target: DraftText,
  dueOn: Day.nullable(),
  smart: z.array(smartCheck.schema).max(5),
  weight: z.number().min(0).max(1000),
  gasLevels: z.array(DraftText).length(5),
  baselineLevel: attainmentLevel.schema,
})
export type GoalSheet = z.infer<typeof GoalSheet>

/** A service that allows goals to be reached. */
export const ServiceSheet = z.strictObject({
  id: Id,
  goalIds: z.array(Id).max(50),
  content: DraftText,
  activityType: withOwn(activityType).nullable(),
  method: workingMethod.schema.nullable(),
  form: DraftText,
  frequency: DraftText,
  duration: DraftText,
  place: DraftText,
  provider: DraftText,
})
export type ServiceSheet = z.infer<typeof ServiceSheet>

/** A step: who does what until when, and in plain words how. */
export const StepSheet = z.strictObject({
  id: Id,
  goalId: Id.nullable(),
  what: DraftText,
  responsible: responsibleParty.schema.nullable(),
  responsibleName: DraftText,
  instructions: DraftText,
  dueOn: Day.nullable(),
  expectedOutcome: DraftText,
})
export type StepSheet = z.infer<typeof StepSheet>

/** Why a need has no goal for now. */
export const UnmetNeed = z.strictObject({ needId: Id, reason: DraftText })
export type UnmetNeed = z.infer<typeof UnmetNeed>

/** The whole plan as it is written (F10; ). Anything may still be empty. */
export const PlanSheet = z.strictObject({
  strategy: DraftText,
  methods: z.array(workingMethod.schema).max(5),
  rationale: DraftText,
  participation: DraftText,
  risks: z.array(PlanRisk).max(50),
  evaluationWay: DraftText,
  clientDuties: DraftText,
  agencyDuties: DraftText,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  reviewOn: Day.nullable(),
  unmetNeeds: rowsOf(UnmetNeed, 50, 'needId'),
  goals: rowsOf(GoalSheet, 50),
  services: rowsOf(ServiceSheet, 100),
  steps: rowsOf(StepSheet, 200),
})
export type PlanSheet = z.infer<typeof PlanSheet>

/** Opens a plan: the first, or the next edition on the ground of the latest. The id is made by whoever opens it. */
export const OpenPlan = z.strictObject({ id: Id })
export type OpenPlan = z.infer<typeof OpenPlan>

/** Somebody confirmed the plan: who, as what, and in which way. */
export const GivePlanConfirmation = z.strictObject({
  id: Id,
  givenAs: confirmer.schema,
  personId: Id,
  way: confirmationWay.schema,
  witness: DraftText.default(''),
  said: DraftText.default(''),
  givenAt: Moment,
})
export type GivePlanConfirmation = z.infer<typeof GivePlanConfirmation>

/** draft → (awaiting-cosignature →) proposed → active → ended. */
export const PlanState = z.enum(['draft', 'awaiting-cosignature', 'proposed', 'active', 'ended'])
export type PlanState = z.infer<typeof PlanState>

const PersonRef = z.object({ id: Id, name: z.string() })
const Signing = z.object({ by: WorkerRef, at: Moment })

/** Who has to confirm this plan, and who still has not. `kind` is the relation of the guardian. */
export const ConfirmationNeed = z.object({
  needsGuardian: z.boolean(),
  isMinor: z.boolean(),
  guardians: z.array(PersonRef.extend({ kind: z.string() })),
  missing: z.array(confirmer.schema),
})
export type ConfirmationNeed = z.infer<typeof ConfirmationNeed>

/** What the assessment found, as a plan needs it beside it. */
export const AssessmentGround = z.object({
  id: Id,
  /** Sensitive, and not for this reader: its words are not sent. */
  masked: z.boolean(),
  /** Whose word on the assessment itself is still awaited. */
  awaited: z.array(Awaited),
  summary: z.string(),
  needs: z.array(
    z.object({
      id: Id,
      description: z.string(),
      clientWords: z.string(),
      priority: priority.schema.nullable(),
    }),
  ),
  problems: z.array(z.object({ id: Id, description: z.string() })),
  strengths: z.array(z.object({ id: Id, description: z.string() })),
})
export type AssessmentGround = z.infer<typeof AssessmentGround>

/** A plan as its reader sees it. `unfinished` names what signing would be refused for now. */
export const PlanView = z.object({
  id: Id,
  caseId: Id,
  caseNumber: z.string(),
  client: PersonRef,
  edition: z.int(),
  state: PlanState,
  superseded: z.boolean(),
  author: WorkerRef,
  sheet: PlanSheet,
  goalStatuses: z.record(Id, goalStatus.schema),
  assessment: AssessmentGround,
  unfinished: z.array(z.object({ path: z.string(), code: z.string() })),
  signature: Signing.nullable(),
  cosignature: Signing.nullable(),
  activation: Signing.nullable(),
  confirmations: z.array(
    GivePlanConfirmation.omit({ personId: true }).extend({ person: PersonRef, recordedBy: WorkerRef }),
  ),
  confirmationNeed: ConfirmationNeed,
  version: z.int(),
  abilities: z.object({
    change: Ability,
    sign: Ability,
    cosign: Ability,
    confirm: Ability,
    activate: Ability,
  }),
})
export type PlanView = z.infer<typeof PlanView>

/** One edition in the list of plans, newest first. */
export const PlanLine = z.object({
  id: Id,
  edition: z.int(),
  state: PlanState,
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  signedAt: Moment.nullable(),
  activatedAt: Moment.nullable(),
})
export type PlanLine = z.infer<typeof PlanLine>

/** The plans of a case. `open` says whether a plan, or its next edition, may be begun now. */
export const PlanPage = pageOf(PlanLine).extend({
  caseNumber: z.string(),
  client: PersonRef,
  abilities: z.object({ open: Ability }),
})
export type PlanPage = z.infer<typeof PlanPage>

/** What the plan stage may say no with. */
export const planRefusals = {
  'plan/no-confirmed-assessment': 'not-now',
  'plan/draft-under-way': 'not-now',
  'plan/already-signed': 'not-now',
  'plan/not-signed': 'not-now',
  'plan/not-awaiting-cosignature': 'not-now',
  'plan/awaits-cosignature': 'not-now',
  'plan/already-active': 'not-now',
  'plan/superseded': 'not-now',
  'plan/not-the-client': 'unfinished',
  'plan/not-a-guardian': 'unfinished',
  'plan/client-not-confirmed': 'unfinished',
  'plan/guardian-not-confirmed': 'unfinished',
} as const
