import { useWords } from '#web/app/LanguageContext.tsx'
import { LongTextField, Section } from '#web/ui/index.ts'
import type { AssessmentFields } from './fields.ts'
import { sheetWords } from './sheet.words.ts'

/** What is at work around the person, close by, in the community and in society. */
export function SystemsSection({ fields }: { fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  return (
    <Section title={t('systems')} lead={t('systemsLead')}>
      <LongTextField
        label={t('microSystem')}
        hint={t('microSystemHint')}
        rows={2}
        {...fields.field('microSystem')}
      />
      <LongTextField
        label={t('mezzoSystem')}
        hint={t('mezzoSystemHint')}
        rows={2}
        {...fields.field('mezzoSystem')}
      />
      <LongTextField
        label={t('macroSystem')}
        hint={t('macroSystemHint')}
        rows={2}
        {...fields.field('macroSystem')}
      />
    </Section>
  )
}
