import type { Problem } from '#contract/case/assessment.ts'
import { difficulty, lifeDomain, problemNature, severity } from '#contract/codes/index.ts'
import { useChoices, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, FieldRow, LongTextField, NumberField, TextField, type RowTools } from '#web/ui/index.ts'
import type { AssessmentFields } from './fields.ts'
import { sheetWords } from './sheet.words.ts'

type ProblemCardProps = { row: RowTools<Problem>; errorAt: AssessmentFields['errorAt'] }

/** One problem: what it is, where it comes from, and how it weighs for client and worker. */
export function ProblemCard({ row, errorAt }: ProblemCardProps) {
  const t = useWords(sheetWords)
  const domains = useOwnChoices(lifeDomain)
  const natures = useOwnChoices(problemNature)
  const degrees = useChoices(severity)
  const bind = <Key extends keyof Problem>(key: Key) => {
    const path = `problems.${row.index}.${key}`
    return { id: path, value: row.row[key], onChange: row.set(key), error: errorAt(path) }
  }
  return (
    <>
      <h3>{t('problemNumber', { number: row.index + 1 })}</h3>
      <LongTextField label={t('problem')} rows={2} required {...bind('description')} />
      <FieldRow>
        <ChoiceField label={t('domain')} choices={domains} {...bind('domain')} />
        <TextField label={t('since')} {...bind('since')} />
      </FieldRow>
      <LongTextField label={t('cause')} rows={2} required {...bind('cause')} />
      <ChoiceField label={t('nature')} required choices={natures} {...bind('nature')} />
      <ChoiceField label={t('degree')} required choices={degrees} {...bind('degree')} />
      <LongTextField label={t('factors')} hint={t('factorsHint')} rows={2} required {...bind('factors')} />
      <ProblemWeight row={row} />
    </>
  )
}

/** The order of the client beside the order of the worker, and how hard the problem is to solve. */
function ProblemWeight({ row }: { row: RowTools<Problem> }) {
  const t = useWords(sheetWords)
  const difficulties = useChoices(difficulty)
  const rank = (key: 'clientRank' | 'workerRank') => ({
    hint: t('rankHint'),
    min: 1,
    max: 20,
    value: row.row[key],
    onChange: row.set(key),
  })
  return (
    <>
      <FieldRow>
        <NumberField label={t('clientRank')} {...rank('clientRank')} />
        <NumberField label={t('workerRank')} {...rank('workerRank')} />
      </FieldRow>
      <ChoiceField
        label={t('difficulty')}
        choices={difficulties}
        value={row.row.difficulty}
        onChange={row.set('difficulty')}
      />
    </>
  )
}
