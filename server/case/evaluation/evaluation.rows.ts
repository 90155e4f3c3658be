import type { Selectable } from 'kysely'
import { z } from 'zod'
import {
  EvaluatedGoal,
  EvaluationSheet,
  EvaluationState,
  Gap,
  GoalRating,
} from '#contract/case/evaluation.ts'
import { evaluationKind, outcomeIndicator, planAppraisal, processIndicator } from '#contract/codes/index.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Evaluation } from './evaluation.ts'

export type EvaluationRow = Selectable<Tables['evaluations']>

const noRating = { rating: null, evidence: '' }
const noChange = { before: '', after: '', rating: null }
const each = <Value>(codes: readonly string[], value: Value) =>
  Object.fromEntries(codes.map((code) => [code, value]))

/** A sheet that nobody has begun: every question is there and unanswered. */
export const emptySheet = EvaluationSheet.parse({
  heldOn: null,
  subjects: [],
  othersConsented: false,
  methods: [],
  processRatings: each(processIndicator.codes, noRating),
  outcomeRatings: each(outcomeIndicator.codes, noChange),
  appraisal: each(planAppraisal.codes, noRating),
  goalRatings: [],
  gaps: [],
  lessons: '',
  conclusion: null,
})

type RatingRow = Selectable<Tables['goalRatings']>
type GoalRow = Pick<
  Selectable<Tables['goals']>,
  'id' | 'term' | 'statement' | 'indicator' | 'weight' | 'baselineLevel' | 'gasLevels'
>

/** An evaluation from its row, its ratings and the goals of its plan. */
export function evaluationFrom(
  row: EvaluationRow,
  ratings: readonly RatingRow[],
  goals: readonly GoalRow[],
): Evaluation {
  return {
    id: row.id,
    caseId: row.caseId,
    kind: evaluationKind.schema.parse(row.kind),
    state: EvaluationState.parse(row.state),
    sheet: EvaluationSheet.parse({
      heldOn: row.heldOn,
      subjects: row.subjects,
      othersConsented: row.othersConsented,
      methods: row.methods,
      processRatings: { ...emptySheet.processRatings, ...row.processRatings },
      outcomeRatings: { ...emptySheet.outcomeRatings, ...row.outcomeRatings },
      appraisal: { ...emptySheet.appraisal, ...row.appraisal },
      goalRatings: ratings.map(({ goalId, level, clientLevel, evidence }) =>
        GoalRating.parse({ goalId, level, clientLevel, evidence }),
      ),
      gaps: z.array(Gap).parse(row.gaps),
      lessons: row.lessons,
      conclusion: row.conclusion,
    }),
    goals: goals.map((goal) => EvaluatedGoal.parse(goal)),
    authorId: row.authorId,
    signedBy: row.signedBy,
    version: row.version,
  }
}
