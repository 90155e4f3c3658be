import type { GoalSheet, StepSheet } from '#contract/case/plan.ts'
import { responsibleParty } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  ChoiceField,
  DateField,
  FieldRow,
  LongTextField,
  RowsField,
  TextField,
  type RowTools,
} from '#web/ui/index.ts'
import { newStep, replaced, under } from './goals.ts'
import { usePlanTools } from './plan-tools.ts'
import { workWords } from './work.words.ts'

/** The steps under one goal: who does what until when. */
export function GoalSteps({ goal }: { goal: GoalSheet }) {
  const t = useWords(workWords)
  const { sheet, change, errorAt } = usePlanTools()
  const { steps } = under(sheet, goal.id)
  return (
    <RowsField
      label={t('steps')}
      id={`steps-of-${goal.id}`}
      value={steps}
      onChange={(rows) => change({ steps: replaced(sheet.steps, steps, rows) })}
      newRow={() => newStep(goal.id)}
      addLabel={t('addStep')}
      rowName={({ what }) => what}
      error={errorAt('steps')}
    >
      {(tools) => <StepFields {...tools} />}
    </RowsField>
  )
}

function StepFields({ row, set }: RowTools<StepSheet>) {
  const t = useWords(workWords)
  const { sheet, errorAt } = usePlanTools()
  const parties = useChoices(responsibleParty)
  const path = `steps.${sheet.steps.findIndex(({ id }) => id === row.id)}`
  const field = <Key extends keyof StepSheet>(key: Key) => ({
    value: row[key],
    onChange: set(key),
    error: errorAt(`${path}.${key}`),
    id: `${path}.${key}`,
  })
  const isClients = row.responsible === 'client'
  return (
    <>
      <TextField required label={t('what')} {...field('what')} />
      <ChoiceField required label={t('responsible')} choices={parties} {...field('responsible')} />
      <FieldRow>
        <TextField label={t('responsibleName')} {...field('responsibleName')} />
        <DateField required label={t('dueOn')} {...field('dueOn')} />
      </FieldRow>
      <TextField required label={t('expectedOutcome')} {...field('expectedOutcome')} />
      {isClients && (
        <LongTextField
          required
          label={t('instructions')}
          hint={t('instructionsHint')}
          rows={2}
          {...field('instructions')}
        />
      )}
    </>
  )
}
