import { ProcessRecordSheet } from '#contract/case/delivery.ts'
import { InterviewSheet } from '#contract/case/interview.ts'
import type { Masked } from '#contract/case/assessment.ts'
import { openInInterview, openInRecord, untold } from '#server/case/lifecycle/index.ts'
import type { AssessmentRows, PlanRows } from './stages.queries.ts'

/**
 * The rows of an assessment as a form may show them: `word` stands in the place of what its reader need not know, and
 * what it stands for is not laid out at all.
 */
export function maskedRows(rows: AssessmentRows, masked: Masked | null, word: string): AssessmentRows {
  if (masked === null) return rows
  const { assessment, strengths, problems, needs } = rows
  const hidden = masked.fields.filter((field) => field in assessment && field !== 'helpNeeded')
  const listed = <Row extends object>(
    field: 'strengths' | 'problems' | 'needs',
    list: Row[],
    blank: Partial<Row>,
  ) => (masked.fields.includes(field) ? list.slice(0, 1).map((row) => ({ ...row, ...blank })) : list)
  return {
    views: rows.views,
    assessment: {
      ...assessment,
      ...Object.fromEntries(hidden.map((field) => [field, word])),
      clientViewText: masked.said && assessment.clientViewText !== '' ? word : assessment.clientViewText,
    },
    strengths: listed('strengths', strengths, { description: word }),
    problems: listed('problems', problems, {
      description: word,
      cause: '',
      nature: null,
      degree: null,
      factors: '',
      since: '',
    }),
    needs: listed('needs', needs, { description: word, problemIds: [] }),
  }
}

/** A row with what is told in it left out: of the fields of a sheet, `word` stands in the place of each text. */
const withoutTold = <Row extends object>(row: Row, told: readonly string[], word: string): Row => ({
  ...row,
  ...untold(Object.fromEntries(Object.entries(row).filter(([field]) => told.includes(field))), [], word),
})

const inSheet = (sheet: Readonly<{ shape: object }>, open: readonly string[]) =>
  Object.keys(sheet.shape).filter((field) => !open.includes(field))

/** An interview as a form may show it to whoever need not know what was told in it. */
export const maskedInterviewRow = <Row extends object>(row: Row, word: string) =>
  withoutTold(row, inSheet(InterviewSheet, openInInterview), word)

/** A contact as a form may show it to whoever need not know what was told at it. */
export const maskedRecordRow = <Row extends object>(row: Row, word: string) =>
  withoutTold(row, inSheet(ProcessRecordSheet, openInRecord), word)

/** A plan without what it takes from the analysis, as its page shows it. */
export function maskedPlanRows(rows: PlanRows, word: string): PlanRows {
  const shown = (text: string) => (text === '' ? '' : word)
  return {
    ...rows,
    plan: { ...rows.plan, rationale: shown(rows.plan.rationale) },
    goals: rows.goals.map((goal) => ({ ...goal, baseline: shown(goal.baseline) })),
    needs: rows.needs.map((need) => ({ ...need, description: word })),
  }
}
