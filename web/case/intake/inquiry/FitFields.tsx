import { riskLevel } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, FieldRow, Section, TextField, YesNoField } from '#web/ui/index.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import type { PreliminaryPartProps } from './preliminary-part.ts'
import { preliminaryWords } from './preliminary.words.ts'

/** Scope, area, room, and how much is at risk. */
export function FitFields({ sheet, refused }: PreliminaryPartProps) {
  const t = useWords(preliminaryWords)
  const field = useFieldErrors(sheet, refused)
  const risks = useChoices(riskLevel)
  return (
    <Section title={t('fit')}>
      <FieldRow>
        <YesNoField label={t('inScope')} required {...field('inScope')} />
        <YesNoField label={t('inArea')} required {...field('inArea')} />
        <YesNoField label={t('hasCapacity')} required {...field('hasCapacity')} />
      </FieldRow>
      <TextField label={t('fitNote')} {...field('fitNote')} />
      <ChoiceField label={t('riskLevel')} choices={risks} required {...field('riskLevel')} />
    </Section>
  )
}
