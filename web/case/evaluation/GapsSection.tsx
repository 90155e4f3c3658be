import type { Gap } from '#contract/case/evaluation.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { DateField, FieldRow, LongTextField, RowsField, Section, TextField } from '#web/ui/index.ts'
import { type EvaluationFields, fellShort } from './fields.ts'
import { evaluationWords } from './evaluation.words.ts'

const newGap = (): Gap => ({
  id: crypto.randomUUID(),
  planned: '',
  actual: '',
  cause: '',
  measure: '',
  owner: '',
  dueOn: null,
})

/** Where plan and result differ. Appears when a goal fell short, or when a gap was already written. */
export function GapsSection({ fields }: { fields: EvaluationFields }) {
  const t = useWords(evaluationWords)
  if (!fellShort(fields.sheet) && fields.sheet.gaps.length === 0) return null
  return (
    <Section title={t('gapsTitle')} lead={t('gapsLead')}>
      <RowsField {...fields.field('gaps')} label={t('gap')} newRow={newGap} addLabel={t('addGap')} max={50}>
        {({ row, set }) => (
          <>
            <FieldRow>
              <LongTextField label={t('planned')} rows={1} value={row.planned} onChange={set('planned')} />
              <LongTextField label={t('actual')} rows={1} value={row.actual} onChange={set('actual')} />
            </FieldRow>
            <FieldRow>
              <LongTextField label={t('cause')} rows={1} value={row.cause} onChange={set('cause')} />
              <LongTextField label={t('measure')} rows={1} value={row.measure} onChange={set('measure')} />
            </FieldRow>
            <FieldRow>
              <TextField label={t('owner')} value={row.owner} onChange={set('owner')} />
              <DateField label={t('dueOn')} value={row.dueOn} onChange={set('dueOn')} />
            </FieldRow>
          </>
        )}
      </RowsField>
    </Section>
  )
}
