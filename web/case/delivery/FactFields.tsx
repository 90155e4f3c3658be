import { useWords } from '#web/app/LanguageContext.tsx'
import { LongTextField, MomentField, Section } from '#web/ui/index.ts'
import { recordWords } from './record.words.ts'
import type { RecordTools } from './useRecordSheet.ts'

/** What was seen, heard and done: the six fields of a contact. */
export function FactFields({ tools: { field } }: { tools: RecordTools }) {
  const t = useWords(recordWords)
  return (
    <Section title={t('facts')} lead={t('factsLead')}>
      <LongTextField required label={t('performance')} {...field('performance')} />
      <LongTextField required label={t('interaction')} {...field('interaction')} />
      <LongTextField required label={t('intervention')} {...field('intervention')} />
      <LongTextField required label={t('progress')} rows={2} {...field('progress')} />
      <LongTextField
        label={t('difficulty')}
        hint={t('noneHint')}
        rows={2}
        required
        {...field('difficulty')}
      />
      <LongTextField required label={t('solution')} hint={t('noneHint')} rows={2} {...field('solution')} />
    </Section>
  )
}

/** What the worker thinks of it, on paper of another colour: never mixed with the facts. */
export function JudgementFields({ tools: { field } }: { tools: RecordTools }) {
  const t = useWords(recordWords)
  return (
    <div className="judgement">
      <Section title={t('judgementPart')} lead={t('judgementLead')}>
        <LongTextField label={t('judgement')} {...field('judgement')} />
      </Section>
    </div>
  )
}

/** What comes next. */
export function NextFields({ tools: { field } }: { tools: RecordTools }) {
  const t = useWords(recordWords)
  return (
    <Section title={t('nextPart')}>
      <LongTextField required label={t('nextPlan')} rows={2} {...field('nextPlan')} />
      <MomentField label={t('nextAt')} {...field('nextAt')} />
    </Section>
  )
}
