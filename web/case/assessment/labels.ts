import { AssessmentSheet, type Need, type Problem, type Strength } from '#contract/case/assessment.ts'
import type { Say } from '#web/app/words.ts'
import type { sheetWords } from './sheet.words.ts'

type SaySheet = Say<(typeof sheetWords)['languages']['zh-CN']>
type Labels = Record<keyof AssessmentSheet, string>

/** Each field of the sheet by its label. */
export const labelsOf = (t: SaySheet): Labels => ({
  heldOn: t('heldOn'),
  place: t('place'),
  methods: t('methods'),
  informants: t('informants'),
  explainedItems: t('explainedItems'),
  presenting: t('presenting'),
  strengths: t('strengths'),
  physical: t('physical'),
  psychological: t('psychological'),
  social: t('social'),
  behaviour: t('behaviour'),
  behaviourAgreed: t('behaviourAgreed'),
  microSystem: t('microSystem'),
  mezzoSystem: t('mezzoSystem'),
  macroSystem: t('macroSystem'),
  limits: t('limits'),
  risks: t('risks'),
  problems: t('problems'),
  needs: t('needs'),
  theories: t('theories'),
  theoryNote: t('theoryNote'),
  helpNeeded: t('helpNeeded'),
  needsCaseManagement: t('needsCaseManagement'),
  caseManagementReason: t('caseManagementReason'),
  summary: t('summary'),
  suggestion: t('suggestion'),
  plainWords: t('plainWords'),
  sensitiveKinds: t('sensitiveKinds'),
})

/** The labels of all field paths of this sheet, its rows included: `problems.0.cause` → “Problem 1 · Cause”. */
export function pathLabels(t: SaySheet, sheet: AssessmentSheet): Record<string, string> {
  const labels: Record<string, string> = { ...labelsOf(t) }
  for (const index of sheet.strengths.keys())
    labels[`strengths.${index}.description` satisfies RowPath<'strengths', Strength>] = t('strengthNumber', {
      number: index + 1,
    })
  for (const index of sheet.needs.keys())
    labels[`needs.${index}.description` satisfies RowPath<'needs', Need>] = t('needNumber', {
      number: index + 1,
    })
  for (const index of sheet.problems.keys())
    for (const [key, label] of problemLabels(t))
      labels[`problems.${index}.${key}`] = `${t('problemNumber', { number: index + 1 })} · ${label}`
  return labels
}

type RowPath<List extends string, Row> = `${List}.${number}.${keyof Row & string}`

const problemLabels = (t: SaySheet): readonly (readonly [keyof Problem, string])[] => [
  ['description', t('problem')],
  ['cause', t('cause')],
  ['nature', t('nature')],
  ['degree', t('degree')],
  ['factors', t('factors')],
]
