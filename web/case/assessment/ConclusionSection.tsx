import { receiverKind, sensitiveKind, theory } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { LongTextField, ManyChoicesField, Section, YesNoField } from '#web/ui/index.ts'
import type { AssessmentFields } from './fields.ts'
import { ManyHands } from './ManyHands.tsx'
import { sheetWords } from './sheet.words.ts'

/** What follows from it all: whether case management is needed, the summary, and what is suggested. */
export function ConclusionSection({ fields }: { fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  const theories = useChoices(theory)
  const hands = useChoices(receiverKind)
  // Whether the client is under 14 follows from the birth date.
  const kinds = useChoices(sensitiveKind).filter(({ value }) => value !== 'under-fourteen')
  return (
    <Section title={t('conclusion')}>
      <ManyChoicesField label={t('helpNeeded')} choices={hands} {...fields.field('helpNeeded')} />
      <ManyHands sheet={fields.sheet} />
      <YesNoField
        label={t('needsCaseManagement')}
        hint={t('needsCaseManagementHint')}
        required
        {...fields.field('needsCaseManagement')}
      />
      <LongTextField label={t('caseManagementReason')} rows={2} {...fields.field('caseManagementReason')} />
      <ManyChoicesField label={t('theories')} choices={theories} {...fields.field('theories')} />
      <LongTextField
        label={t('theoryNote')}
        hint={t('theoryNoteHint')}
        rows={2}
        {...fields.field('theoryNote')}
      />
      <LongTextField label={t('summary')} hint={t('summaryHint')} required {...fields.field('summary')} />
      <LongTextField label={t('suggestion')} {...fields.field('suggestion')} />
      <LongTextField label={t('plainWords')} hint={t('plainWordsHint')} {...fields.field('plainWords')} />
      <ManyChoicesField
        label={t('sensitiveKinds')}
        hint={t('sensitiveKindsHint')}
        choices={kinds}
        {...fields.field('sensitiveKinds')}
      />
    </Section>
  )
}
