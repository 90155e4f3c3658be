import type { PlanSheet } from '#contract/case/plan.ts'
import { workingMethod } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { DateField, FieldRow, LongTextField, ManyChoicesField, Section } from '#web/ui/index.ts'
import { usePlanTools } from './plan-tools.ts'
import { workWords } from './work.words.ts'

/** The plan around its goals: why this way, with whose part, for how long, and who owes what. */
export function FrameSection() {
  const t = useWords(workWords)
  const methods = useChoices(workingMethod)
  const { sheet, change, errorAt } = usePlanTools()
  const field = <Key extends keyof PlanSheet>(key: Key) => ({
    value: sheet[key],
    onChange: (value: PlanSheet[Key]) => change({ [key]: value }),
    error: errorAt(key),
    id: key,
    required: true,
  })
  return (
    <Section title={t('frame')}>
      <FieldRow>
        <DateField label={t('startsOn')} {...field('startsOn')} />
        <DateField label={t('endsOn')} {...field('endsOn')} />
        <DateField label={t('reviewOn')} {...field('reviewOn')} />
      </FieldRow>
      <LongTextField label={t('strategy')} {...field('strategy')} />
      <ManyChoicesField label={t('methods')} choices={methods} {...field('methods')} />
      <LongTextField label={t('rationale')} hint={t('rationaleHint')} rows={2} {...field('rationale')} />
      <LongTextField
        label={t('participation')}
        hint={t('participationHint')}
        rows={2}
        {...field('participation')}
      />
      <LongTextField
        label={t('evaluationWay')}
        hint={t('evaluationWayHint')}
        rows={2}
        {...field('evaluationWay')}
      />
      <LongTextField label={t('clientDuties')} rows={2} {...field('clientDuties')} />
      <LongTextField label={t('agencyDuties')} rows={2} {...field('agencyDuties')} />
    </Section>
  )
}
