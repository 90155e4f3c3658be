import { evaluationConclusion, evaluationMethod, evaluationSubject } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  CheckField,
  ChoiceField,
  DateField,
  LongTextField,
  ManyChoicesField,
  Section,
  todayHere,
} from '#web/ui/index.ts'
import type { EvaluationFields } from './fields.ts'
import { evaluationWords } from './evaluation.words.ts'

type Props = { fields: EvaluationFields }

/** When, who and how; family or others only with the client’s consent. */
export function HowSection({ fields: { field, sheet } }: Props) {
  const t = useWords(evaluationWords)
  const subjects = useChoices(evaluationSubject)
  const methods = useChoices(evaluationMethod)
  const others = sheet.subjects.some((one) => one === 'family' || one === 'other')
  return (
    <Section title={t('howTitle')}>
      <DateField label={t('heldOn')} max={todayHere()} {...field('heldOn')} />
      <ManyChoicesField label={t('subjects')} choices={subjects} {...field('subjects')} />
      {others && <CheckField label={t('othersConsented')} {...field('othersConsented')} />}
      <ManyChoicesField label={t('methods')} choices={methods} {...field('methods')} />
    </Section>
  )
}

/** What was learned, and what follows. */
export function ConclusionSection({ fields: { field } }: Props) {
  const t = useWords(evaluationWords)
  const conclusions = useChoices(evaluationConclusion)
  return (
    <Section title={t('conclusionTitle')}>
      <LongTextField label={t('lessons')} {...field('lessons')} />
      <ChoiceField label={t('conclusion')} choices={conclusions} {...field('conclusion')} />
    </Section>
  )
}
