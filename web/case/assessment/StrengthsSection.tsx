import type { Strength } from '#contract/case/assessment.ts'
import { systemLevel } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, LongTextField, RowsField, Section, type RowTools } from '#web/ui/index.ts'
import type { AssessmentFields } from './fields.ts'
import { sheetWords } from './sheet.words.ts'

const newStrength = (): Strength => ({ id: crypto.randomUUID(), level: null, description: '' })

/** What there is to build on, asked before the problems. */
export function StrengthsSection({ fields }: { fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  return (
    <Section title={t('strengths')} lead={t('strengthsLead')}>
      <RowsField<Strength>
        label={t('strengths')}
        newRow={newStrength}
        addLabel={t('addStrength')}
        rowName={(_, index) => t('strengthNumber', { number: index + 1 })}
        reorder
        max={40}
        {...fields.field('strengths')}
      >
        {(row) => <StrengthFields row={row} fields={fields} />}
      </RowsField>
    </Section>
  )
}

function StrengthFields({ row, fields }: { row: RowTools<Strength>; fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  const levels = useChoices(systemLevel)
  const path = `strengths.${row.index}.description`
  return (
    <>
      <LongTextField
        id={path}
        label={t('strength')}
        rows={2}
        required
        value={row.row.description}
        onChange={row.set('description')}
        error={fields.errorAt(path)}
      />
      <ChoiceField label={t('level')} choices={levels} value={row.row.level} onChange={row.set('level')} />
    </>
  )
}
