import type { Masked } from '#contract/case/assessment.ts'
import type { AssessmentRows } from './stages.queries.ts'

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
