import type { GoalSheet, ServiceSheet } from '#contract/case/plan.ts'
import { activityType, workingMethod } from '#contract/codes/index.ts'
import { useChoices, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, FieldRow, RowsField, TextField, type RowTools } from '#web/ui/index.ts'
import { newService, replaced, under } from './goals.ts'
import { usePlanTools } from './plan-tools.ts'
import { workWords } from './work.words.ts'

/** The services under one goal: planned backwards, from the goal to what allows reaching it. */
export function GoalServices({ goal }: { goal: GoalSheet }) {
  const t = useWords(workWords)
  const { sheet, change, errorAt, agencyName } = usePlanTools()
  const { services } = under(sheet, goal.id)
  return (
    <RowsField
      label={t('services')}
      id={`services-of-${goal.id}`}
      value={services}
      onChange={(rows) => change({ services: replaced(sheet.services, services, rows) })}
      newRow={() => newService(goal.id, agencyName)}
      addLabel={t('addService')}
      rowName={({ content }) => content}
      error={errorAt('services')}
    >
      {(tools) => <ServiceFields {...tools} />}
    </RowsField>
  )
}

function ServiceFields({ row, set }: RowTools<ServiceSheet>) {
  const t = useWords(workWords)
  const { sheet, errorAt } = usePlanTools()
  const activities = useOwnChoices(activityType)
  const methods = useChoices(workingMethod)
  const path = `services.${sheet.services.findIndex(({ id }) => id === row.id)}`
  const field = <Key extends keyof ServiceSheet>(key: Key) => ({
    value: row[key],
    onChange: set(key),
    error: errorAt(`${path}.${key}`),
    id: `${path}.${key}`,
  })
  return (
    <>
      <TextField required label={t('content')} {...field('content')} />
      <FieldRow>
        <ChoiceField label={t('activityType')} choices={activities} {...field('activityType')} />
        <ChoiceField label={t('method')} choices={methods} shape="list" {...field('method')} />
      </FieldRow>
      <FieldRow>
        <TextField required label={t('form')} hint={t('formHint')} {...field('form')} />
        <TextField label={t('provider')} {...field('provider')} />
      </FieldRow>
      <FieldRow>
        <TextField required label={t('frequency')} {...field('frequency')} />
        <TextField required label={t('duration')} {...field('duration')} />
        <TextField required label={t('place')} {...field('place')} />
      </FieldRow>
    </>
  )
}
