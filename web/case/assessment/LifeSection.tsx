import { useWords } from '#web/app/LanguageContext.tsx'
import { LongTextField, Section } from '#web/ui/index.ts'
import type { AssessmentFields } from './fields.ts'
import { sheetWords } from './sheet.words.ts'

/** The person in body, mind, social life and behaviour, and what limits or endangers them. */
export function LifeSection({ fields }: { fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  return (
    <Section title={t('life')}>
      <LongTextField label={t('physical')} hint={t('physicalHint')} rows={2} {...fields.field('physical')} />
      <LongTextField
        label={t('psychological')}
        hint={t('psychologicalHint')}
        rows={2}
        {...fields.field('psychological')}
      />
      <LongTextField label={t('social')} hint={t('socialHint')} rows={2} {...fields.field('social')} />
      <LongTextField
        label={t('behaviour')}
        hint={t('behaviourHint')}
        rows={2}
        {...fields.field('behaviour')}
      />
      <LongTextField
        label={t('behaviourAgreed')}
        hint={t('behaviourAgreedHint')}
        rows={2}
        {...fields.field('behaviourAgreed')}
      />
      <LongTextField label={t('limits')} rows={2} {...fields.field('limits')} />
      <LongTextField label={t('risks')} hint={t('risksHint')} rows={2} {...fields.field('risks')} />
    </Section>
  )
}
