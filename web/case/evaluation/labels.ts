import { attainmentLevel, outcomeIndicator, planAppraisal, processIndicator } from '#contract/codes/index.ts'
import type { EvaluationSheet, EvaluationView } from '#contract/case/evaluation.ts'
import type { Language } from '#contract/language.ts'
import type { Say } from '#web/app/words.ts'
import type { evaluationWords } from './evaluation.words.ts'

/** A step of the attainment scale in words. */
export function levelName(level: number, language: Language): string {
  const known = attainmentLevel.levels.find((one) => one === level)
  return known === undefined ? '' : attainmentLevel.label(known, language)
}

type SayEvaluation = Say<(typeof evaluationWords)['languages']['zh-CN']>

/** Each field of the sheet by its label. */
export const labelsOf = (t: SayEvaluation): Record<keyof EvaluationSheet, string> => ({
  heldOn: t('heldOn'),
  subjects: t('subjects'),
  othersConsented: t('othersConsented'),
  methods: t('methods'),
  processRatings: t('processTitle'),
  outcomeRatings: t('outcomeTitle'),
  appraisal: t('appraisalTitle'),
  goalRatings: t('goalsTitle'),
  gaps: t('gapsTitle'),
  lessons: t('lessons'),
  conclusion: t('conclusion'),
})

/** The labels of all field paths a signature may name. */
export function pathLabels(
  t: SayEvaluation,
  language: Language,
  { goals }: EvaluationView,
): Record<string, string> {
  return {
    ...labelsOf(t),
    ...labelled('processRatings', processIndicator, language),
    ...labelled('outcomeRatings', outcomeIndicator, language),
    ...labelled('appraisal', planAppraisal, language),
    ...Object.fromEntries(goals.map(({ id, statement }) => [`goalRatings.${id}`, statement])),
  }
}

type List<Code extends string> = { codes: readonly Code[]; label: (code: Code, language: Language) => string }

const labelled = <Code extends string>(path: string, list: List<Code>, language: Language) =>
  Object.fromEntries(list.codes.map((code) => [`${path}.${code}`, list.label(code, language)]))
