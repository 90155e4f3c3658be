import { ability, sufficiency } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, LongTextField, Section, TextField, YesNoField } from '#web/ui/index.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import { EarlierHelp } from './EarlierHelp.tsx'
import type { PreliminaryPartProps } from './preliminary-part.ts'
import { preliminaryWords } from './preliminary.words.ts'
import { WillingnessField } from './WillingnessField.tsx'

/** The five questions of the preliminary assessment. */
export function FiveQuestions({ sheet, refused }: PreliminaryPartProps) {
  const t = useWords(preliminaryWords)
  const field = useFieldErrors(sheet, refused)
  const resources = useChoices(sufficiency)
  const abilities = useChoices(ability)
  return (
    <>
      <Section title={t('question1')}>
        <WillingnessField required {...field('willingness')} />
        <TextField label={t('willingnessNote')} {...field('willingnessNote')} />
      </Section>
      <Section title={t('question2')}>
        <LongTextField label={t('problems')} required rows={2} {...field('problems')} />
        <LongTextField label={t('howItArose')} required rows={2} {...field('howItArose')} />
        <LongTextField label={t('expectation')} required rows={2} {...field('expectation')} />
      </Section>
      <Section title={t('question3')}>
        <EarlierHelp sheet={sheet} refused={refused} />
        <LongTextField label={t('ownEfforts')} rows={2} {...field('ownEfforts')} />
      </Section>
      <Section title={t('question4')}>
        <ChoiceField
          label={t('agencyResources')}
          choices={resources}
          required
          {...field('agencyResources')}
        />
        <ChoiceField label={t('workerAbility')} choices={abilities} required {...field('workerAbility')} />
      </Section>
      <Section title={t('question5')}>
        <YesNoField label={t('reconcilable')} required {...field('reconcilable')} />
        <LongTextField label={t('reconcilableNote')} rows={2} {...field('reconcilableNote')} />
      </Section>
    </>
  )
}
