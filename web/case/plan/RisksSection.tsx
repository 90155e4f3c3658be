import { type PlanRisk, riskDegree } from '#contract/case/plan.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, FieldRow, LongTextField, RowsField, TextField, type RowTools } from '#web/ui/index.ts'
import { usePlanTools } from './plan-tools.ts'
import { workWords } from './work.words.ts'

const newRisk = (): PlanRisk => ({ risk: '', likelihood: null, impact: null, response: '', owner: '' })

/** What may go wrong in the service, and what will be done then. */
export function RisksSection() {
  const t = useWords(workWords)
  const { sheet, change, errorAt } = usePlanTools()
  return (
    <RowsField
      label={t('risks')}
      id="risks"
      value={sheet.risks}
      onChange={(risks) => change({ risks })}
      newRow={newRisk}
      addLabel={t('addRisk')}
      rowName={({ risk }) => risk}
      error={errorAt('risks')}
    >
      {(tools) => <RiskFields {...tools} />}
    </RowsField>
  )
}

function RiskFields({ row, set, index }: RowTools<PlanRisk>) {
  const t = useWords(workWords)
  const degrees = useChoices(riskDegree)
  const { errorAt } = usePlanTools()
  const field = <Key extends keyof PlanRisk>(key: Key) => ({
    value: row[key],
    onChange: set(key),
    error: errorAt(`risks.${index}.${key}`),
    id: `risks.${index}.${key}`,
    required: true,
  })
  return (
    <>
      <TextField label={t('risk')} {...field('risk')} />
      <FieldRow>
        <ChoiceField label={t('likelihood')} choices={degrees} {...field('likelihood')} />
        <ChoiceField label={t('impact')} choices={degrees} {...field('impact')} />
      </FieldRow>
      <LongTextField label={t('response')} rows={2} {...field('response')} />
      <TextField label={t('owner')} {...field('owner')} />
    </>
  )
}
