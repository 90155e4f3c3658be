import type { InquiryProblem } from '#contract/case/screening.ts'
import { riskLevel } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { CheckField, ChoiceField, FieldRow, NumberField, RowsField, TextField } from '#web/ui/index.ts'
import { screeningWords } from './screening.words.ts'

type ProblemsFieldProps = {
  id: string
  value: InquiryProblem[]
  onChange: (rows: InquiryProblem[]) => void
  error: string | undefined
}

const newProblem = (): InquiryProblem => ({
  id: crypto.randomUUID(),
  what: '',
  level: null,
  difficulty: null,
  clientRank: null,
  workerRank: null,
  danger: false,
})

const difficulties = { '1': 'simple', '2': 'middling', '3': 'hard' } as const

/** Problems with the client's rank and the worker's side by side, and how hard each is. */
export function ProblemsField(props: ProblemsFieldProps) {
  const t = useWords(screeningWords)
  const levels = useChoices(riskLevel)
  return (
    <RowsField<InquiryProblem>
      label={t('problems')}
      newRow={newProblem}
      addLabel={t('addProblem')}
      rowName={({ what }) => what}
      max={20}
      {...props}
    >
      {({ row, set, change }) => (
        <>
          <TextField label={t('what')} required value={row.what} onChange={set('what')} />
          <FieldRow>
            <NumberField
              label={t('clientRank')}
              min={1}
              max={20}
              value={row.clientRank}
              onChange={set('clientRank')}
            />
            <NumberField
              label={t('workerRank')}
              min={1}
              max={20}
              value={row.workerRank}
              onChange={set('workerRank')}
            />
          </FieldRow>
          <FieldRow>
            <ChoiceField
              label={t('difficulty')}
              choices={(['1', '2', '3'] as const).map((value) => ({ value, label: t(difficulties[value]) }))}
              value={row.difficulty === null ? null : (String(row.difficulty) as '1' | '2' | '3')}
              onChange={(value) => change({ difficulty: Number(value) })}
            />
            <ChoiceField label={t('level')} choices={levels} value={row.level} onChange={set('level')} />
          </FieldRow>
          <CheckField label={t('danger')} value={row.danger} onChange={set('danger')} />
        </>
      )}
    </RowsField>
  )
}
