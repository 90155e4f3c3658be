import type { Need, Problem } from '#contract/case/assessment.ts'
import { priority } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  ChoiceField,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  RowsField,
  Section,
  type RowTools,
} from '#web/ui/index.ts'
import type { AssessmentFields } from './fields.ts'
import { sheetWords } from './sheet.words.ts'

const newNeed = (): Need => ({
  id: crypto.randomUUID(),
  description: '',
  clientWords: '',
  priority: null,
  problemIds: [],
})

/** The core needs in the worker's and the client's words, each linked to its problems by ticking. */
export function NeedsSection({ fields }: { fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  return (
    <Section title={t('needs')} lead={t('needsLead')}>
      <RowsField<Need>
        label={t('needs')}
        newRow={newNeed}
        addLabel={t('addNeed')}
        rowName={(_, index) => t('needNumber', { number: index + 1 })}
        reorder
        max={40}
        {...fields.field('needs')}
      >
        {(row) => <NeedCard row={row} fields={fields} />}
      </RowsField>
    </Section>
  )
}

function NeedCard({ row, fields }: { row: RowTools<Need>; fields: AssessmentFields }) {
  const t = useWords(sheetWords)
  const priorities = useChoices(priority)
  const path = `needs.${row.index}.description`
  return (
    <>
      <h3>{t('needNumber', { number: row.index + 1 })}</h3>
      <FieldRow>
        <LongTextField
          id={path}
          label={t('need')}
          rows={2}
          required
          value={row.row.description}
          onChange={row.set('description')}
          error={fields.errorAt(path)}
        />
        <LongTextField
          label={t('clientWords')}
          rows={2}
          value={row.row.clientWords}
          onChange={row.set('clientWords')}
        />
      </FieldRow>
      <LinkedProblems row={row} problems={fields.sheet.problems} />
      <ChoiceField
        label={t('priority')}
        choices={priorities}
        value={row.row.priority}
        onChange={row.set('priority')}
      />
    </>
  )
}

function LinkedProblems({ row, problems }: { row: RowTools<Need>; problems: readonly Problem[] }) {
  const t = useWords(sheetWords)
  const choices = problems.map(({ id, description }, index) => ({
    value: id,
    label: description.trim() || t('problemNumber', { number: index + 1 }),
  }))
  return (
    <ManyChoicesField
      label={t('problemIds')}
      hint={choices.length === 0 ? t('noProblems') : undefined}
      choices={choices}
      value={row.row.problemIds}
      onChange={row.set('problemIds')}
    />
  )
}
