import { theory } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { LongTextField, ManyChoicesField, Section, YesNoField } from '#web/ui/index.ts'
import type { AssessmentFields } from './fields.ts'
import { sheetWords } from './sheet.words.ts'

/** What follows from it all: whether case management is needed, the summary, and what is suggested. */
export function ConclusionSection({ fields }: { fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  const theories = useChoices(theory)
  return (
    <Section title={t('conclusion')}>
      <YesNoField
        label={t('needsCaseManagement')}
        hint={t('needsCaseManagementHint')}
        required
        {...fields.field('needsCaseManagement')}
      />
      <LongTextField label={t('caseManagementReason')} rows={2} {...fields.field('caseManagementReason')} />
      <ManyChoicesField label={t('theories')} choices={theories} {...fields.field('theories')} />
      <LongTextField label={t('summary')} hint={t('summaryHint')} required {...fields.field('summary')} />
      <LongTextField label={t('suggestion')} {...fields.field('suggestion')} />
    </Section>
  )
}
