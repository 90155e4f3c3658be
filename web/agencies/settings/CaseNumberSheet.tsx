import { serviceField } from '#contract/codes/index.ts'
import { type CaseNumber, numberFrom } from '#contract/settings/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  CheckField,
  ChoiceField,
  Facts,
  FieldRow,
  NumberField,
  RowsField,
  TextField,
  todayHere,
} from '#web/ui/index.ts'
import type { SheetTools } from './DatedSheet.tsx'
import { workflowWords } from './workflow.words.ts'

const separators = ['-', '/', ''] as const

/** A pattern as the numbers look that it makes: of any field, and of each field with letters of its own. */
export function CaseNumberShown({ sheet: pattern }: { sheet: CaseNumber }) {
  const t = useWords(workflowWords)
  const choices = useChoices(serviceField)
  const year = Number(todayHere().slice(0, 4))
  const fieldName = (code: string) => choices.find(({ value }) => value === code)?.label ?? code
  const numbers = [
    { label: t('preview'), field: '' },
    ...pattern.fieldLetters.map(({ field }) => ({ label: fieldName(field), field })),
  ]
  return (
    <Facts
      facts={numbers.map(({ label, field }) => ({
        label,
        value: <span className="setting-preview">{numberFrom(pattern, year, field, 1)}</span>,
      }))}
    />
  )
}

/** A pattern to change, with what it makes beside it. */
export function CaseNumberFields({ sheet, set, error }: SheetTools<CaseNumber>) {
  const t = useWords(workflowWords)
  const fields = useChoices(serviceField)
  const unused = fields.find(({ value }) => !sheet.fieldLetters.some((row) => row.field === value))
  return (
    <>
      <FieldRow>
        <TextField
          label={t('prefix')}
          hint={t('prefixHint')}
          value={sheet.prefix}
          onChange={set('prefix')}
          error={error('prefix')}
        />
        <NumberField
          label={t('width')}
          min={1}
          max={8}
          value={sheet.width}
          onChange={(width) => set('width')(width ?? 0)}
          error={error('width')}
        />
      </FieldRow>
      <ChoiceField
        label={t('separator')}
        choices={separators.map((value) => ({ value, label: t(`separator-${value}`) }))}
        value={sheet.separator}
        onChange={set('separator')}
      />
      <CheckField label={t('withYear')} value={sheet.withYear} onChange={set('withYear')} />
      <RowsField
        label={t('fieldLetters')}
        addLabel={t('addField')}
        value={sheet.fieldLetters}
        onChange={set('fieldLetters')}
        newRow={() => ({ field: unused?.value ?? 'rights-protection', letters: '' })}
        max={serviceField.codes.length}
      >
        {({ row, set: setRow, index }) => (
          <FieldRow>
            <ChoiceField
              label={t('field')}
              shape="list"
              choices={fields}
              value={row.field}
              onChange={setRow('field')}
              error={error(`fieldLetters.${index}`)}
            />
            <TextField
              label={t('letters')}
              hint={t('prefixHint')}
              value={row.letters}
              onChange={setRow('letters')}
              error={error(`fieldLetters.${index}.letters`)}
            />
          </FieldRow>
        )}
      </RowsField>
      <CaseNumberShown sheet={{ ...sheet, width: Math.max(1, Math.min(8, sheet.width)) }} />
    </>
  )
}
