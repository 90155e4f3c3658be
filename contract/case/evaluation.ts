import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  evaluationConclusion,
  evaluationKind,
  evaluationMethod,
  evaluationSubject,
  outcomeIndicator,
  planAppraisal,
  processIndicator,
  satisfactionItem,
  satisfactionMode,
} from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftText } from '#contract/text.ts'

/** Opens an evaluation; the id is made by whoever opens it. */
export const OpenEvaluation = z.strictObject({ id: Id, kind: evaluationKind.schema })
export type OpenEvaluation = z.infer<typeof OpenEvaluation>

/** A rating of 1 (very low) to 5 (very high), with what it rests on. */
export const Rating = z.strictObject({ rating: z.int().min(1).max(5).nullable(), evidence: DraftText })
export type Rating = z.infer<typeof Rating>

/** How something stood before and stands now. */
export const Change = z.strictObject({
  before: DraftText,
  after: DraftText,
  rating: z.int().min(1).max(5).nullable(),
})
export type Change = z.infer<typeof Change>

/** A level on the attainment scale of one goal: −2 much less … 0 as expected … +2 much more. */
export const AttainmentLevel = z.int().min(-2).max(2)

/** What worker and client say of one goal. */
export const GoalRating = z.strictObject({
  goalId: Id,
  level: AttainmentLevel.nullable(),
  clientLevel: AttainmentLevel.nullable(),
  evidence: DraftText,
})
export type GoalRating = z.infer<typeof GoalRating>

/** Where the plan and its result differ, and what is done about it. */
export const Gap = z.strictObject({
  id: Id,
  planned: DraftText,
  actual: DraftText,
  cause: DraftText,
  measure: DraftText,
  owner: DraftText,
  dueOn: Day.nullable(),
})
export type Gap = z.infer<typeof Gap>

/** The sheet of an evaluation as it is written (F13). Anything may still be empty. */
export const EvaluationSheet = z.strictObject({
  heldOn: Day.nullable(),
  subjects: z.array(evaluationSubject.schema).max(10),
  /** The client agreed that family or others take part. */
  othersConsented: z.boolean(),
  methods: z.array(evaluationMethod.schema).max(10),
  processRatings: z.strictObject({
    execution: Rating,
    suitability: Rating,
    participation: Rating,
    'stage-progress': Rating,
  } satisfies Record<(typeof processIndicator.codes)[number], typeof Rating>),
  outcomeRatings: z.strictObject({
    'goal-attainment': Change,
    'problem-improvement': Change,
    'ability-improvement': Change,
    satisfaction: Change,
  } satisfies Record<(typeof outcomeIndicator.codes)[number], typeof Change>),
  appraisal: z.strictObject({
    feasibility: Rating,
    fit: Rating,
    'client-change': Rating,
  } satisfies Record<(typeof planAppraisal.codes)[number], typeof Rating>),
  goalRatings: rowsOf(GoalRating, 50, 'goalId'),
  gaps: rowsOf(Gap, 50),
  lessons: DraftText,
  conclusion: evaluationConclusion.schema.nullable(),
})
export type EvaluationSheet = z.infer<typeof EvaluationSheet>

export const EvaluationState = z.enum(['draft', 'awaiting-cosignature', 'signed'])
export type EvaluationState = z.infer<typeof EvaluationState>

/** A goal of the plan that is evaluated, with its five levels from −2 to +2. */
export const EvaluatedGoal = z.object({
  id: Id,
  term: z.string(),
  statement: z.string(),
  indicator: z.string(),
  weight: z.number(),
  baselineLevel: AttainmentLevel,
  gasLevels: z.array(z.string()).length(5),
})
export type EvaluatedGoal = z.infer<typeof EvaluatedGoal>

/** The T-score of goal attainment: 50 is “as expected” (R-189; Kiresuk & Sherman 1968). */
export const Attainment = z.object({
  t: z.number().nullable(),
  baseline: z.number().nullable(),
  change: z.number().nullable(),
  clientT: z.number().nullable(),
  rated: z.int(),
  set: z.int(),
})
export type Attainment = z.infer<typeof Attainment>

/** The satisfaction survey: how the service is seen, apart from what it changed (R-190, F14). */
export const RecordSatisfaction = z.strictObject({
  id: Id,
  mode: satisfactionMode.schema,
  givenOn: Day,
  answers: z.partialRecord(satisfactionItem.schema, z.int().min(1).max(5)),
  wouldReturn: z.boolean().nullable(),
  comment: DraftText,
})
export type RecordSatisfaction = z.infer<typeof RecordSatisfaction>

export const SatisfactionView = RecordSatisfaction.extend({
  /** Mean of the answered items × 20: 20 to 100. */
  score: z.number(),
  recordedBy: WorkerRef,
})
export type SatisfactionView = z.infer<typeof SatisfactionView>

/** An evaluation as its reader sees it. */
export const EvaluationView = z.object({
  id: Id,
  caseId: Id,
  kind: evaluationKind.schema,
  state: EvaluationState,
  sheet: EvaluationSheet,
  goals: z.array(EvaluatedGoal),
  attainment: Attainment,
  surveys: z.array(SatisfactionView),
  author: WorkerRef,
  createdAt: Moment,
  signedAt: Moment.nullable(),
  cosigned: z.object({ by: WorkerRef, at: Moment }).nullable(),
  contentHash: z.string().nullable(),
  version: z.int(),
  abilities: z.object({ change: Ability, sign: Ability, cosign: Ability, survey: Ability }),
})
export type EvaluationView = z.infer<typeof EvaluationView>

/** One evaluation in the list of a case. */
export const EvaluationLine = z.object({
  id: Id,
  kind: evaluationKind.schema,
  state: EvaluationState,
  createdAt: Moment,
  signedAt: Moment.nullable(),
  conclusion: evaluationConclusion.schema.nullable(),
  t: z.number().nullable(),
  author: WorkerRef,
})
export const EvaluationLines = z.object({
  rows: z.array(EvaluationLine),
  abilities: z.object({ open: Ability }),
})

/** What the evaluation stage may say no with. */
export const evaluationRefusals = {
  'evaluation/no-active-plan': 'not-now',
  'evaluation/one-under-way': 'not-now',
  'evaluation/not-awaiting-cosignature': 'not-now',
} as const
