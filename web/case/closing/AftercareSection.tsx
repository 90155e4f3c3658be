import { followUpWay } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import type { BoundField } from '#web/app/useDraftSheet.ts'
import { ChoiceField, LongTextField, ManyChoicesField, Section, YesNoField } from '#web/ui/index.ts'
import type { ClosingFields } from './ClosingSections.tsx'
import { closingWords } from './closing.words.ts'

const usual = [1, 2, 3, 6, 12]

/** Who is there afterwards: another agency, a caregiver, and whoever asks how things are. */
export function AftercareSection({ fields: { field, sheet, clientIsMinor } }: { fields: ClosingFields }) {
  const t = useWords(closingWords)
  const ways = useChoices(followUpWay)
  const follows = sheet.followUpMonths.length > 0
  return (
    <Section title={t('afterwards')}>
      <YesNoField label={t('referred')} {...field('referred')} />
      {sheet.referred && <LongTextField label={t('referralNote')} rows={2} {...field('referralNote')} />}
      {clientIsMinor && sheet.reason !== 'death' && (
        <LongTextField label={t('caregiver')} hint={t('caregiverHint')} rows={2} {...field('caregiver')} />
      )}
      <MonthsField bound={field('followUpMonths')} />
      {follows && <ChoiceField label={t('followUpWay')} choices={ways} {...field('followUpWay')} />}
      {!follows && <LongTextField label={t('noFollowUpReason')} rows={2} {...field('noFollowUpReason')} />}
    </Section>
  )
}

/** In which months after the closing; those already chosen are offered too. */
function MonthsField({ bound }: { bound: BoundField<number[]> }) {
  const t = useWords(closingWords)
  const { id, error, value } = bound
  const months = [...new Set([...usual, ...value])].toSorted((one, other) => one - other)
  return (
    <ManyChoicesField
      id={id}
      error={error}
      label={t('followUpMonths')}
      choices={months.map((count) => ({ value: String(count), label: t('month', { count }) }))}
      value={value.map(String)}
      onChange={(values) => bound.onChange(values.map(Number))}
    />
  )
}
