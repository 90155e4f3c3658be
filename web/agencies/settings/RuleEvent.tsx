import { useSuspenseQuery } from '@tanstack/react-query'
import { stage } from '#contract/codes/index.ts'
import { type DeadlineRule, type Field, nameIn, ownRecord } from '#contract/settings/index.ts'
import { useChoices, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, TextField } from '#web/ui/index.ts'
import { fieldsWords } from './fields.words.ts'
import { ofKind, settingsQuery } from './settings.api.ts'
import { settingsWords } from './settings.words.ts'

type Event = DeadlineRule['when']
const kinds = ['stage-opened', 'record-signed', 'case-closed', 'field-value'] as const

/** What a rule waits for, in words. */
export function useEventText() {
  const t = useWords(fieldsWords)
  const label = useLabel()
  const { language } = useLanguage()
  const answers = useAnswers()
  const { data } = useSuspenseQuery(settingsQuery('field'))
  return (when: Event): string => {
    const what = t(when.kind)
    if (when.kind === 'stage-opened') return `${what}: ${label(stage, when.stage)}`
    if (when.kind === 'record-signed') return `${what}: ${t(when.record)}`
    if (when.kind === 'case-closed') return what
    const field = ofKind(data, 'field').find(({ subject }) => subject === when.fieldId)?.sheet
    const answer = answers(field).find(({ value }) => value === when.value)?.label ?? when.value
    return `${what}: ${field ? nameIn(field.label, language) : ''} = ${answer}`
  }
}

/** The answers that a field offers to choose from; none where one writes. */
function useAnswers() {
  const t = useWords(settingsWords)
  const { language } = useLanguage()
  return (field: Field | undefined) => {
    if (field?.type === 'yes-no')
      return [
        { value: 'true', label: t('yes') },
        { value: 'false', label: t('no') },
      ]
    return (field?.choices ?? []).map(({ code, label }) => ({ value: code, label: nameIn(label, language) }))
  }
}

type EventFieldsProps = Readonly<{
  when: Event
  onChange: (when: Event) => void
  error: string | undefined
}>

/** What a rule waits for, to choose. */
export function EventFields({ when, onChange, error }: EventFieldsProps) {
  const t = useWords(fieldsWords)
  const stages = useChoices(stage)
  const { data } = useSuspenseQuery(settingsQuery('field'))
  const [first] = ofKind(data, 'field')
  const offered = kinds.filter((kind) => kind !== 'field-value' || first)
  const begin = (kind: (typeof kinds)[number]) => {
    if (kind === 'stage-opened') onChange({ kind, stage: 'assessment' })
    if (kind === 'record-signed') onChange({ kind, record: 'assessment' })
    if (kind === 'case-closed') onChange({ kind })
    if (kind === 'field-value' && first) onChange({ kind, fieldId: first.subject, value: '' })
  }
  return (
    <>
      <ChoiceField
        label={t('when')}
        choices={offered.map((value) => ({ value, label: t(value) }))}
        value={when.kind}
        onChange={begin}
        error={error}
      />
      {when.kind === 'stage-opened' && (
        <ChoiceField
          label={t('stage')}
          shape="list"
          choices={stages}
          value={when.stage}
          onChange={(chosen) => onChange({ kind: when.kind, stage: chosen })}
        />
      )}
      {when.kind === 'record-signed' && (
        <ChoiceField
          label={t('record')}
          shape="list"
          choices={ownRecord.options.map((value) => ({ value, label: t(value) }))}
          value={when.record}
          onChange={(record) => onChange({ kind: when.kind, record })}
        />
      )}
      {when.kind === 'field-value' && <FieldValue when={when} onChange={onChange} />}
    </>
  )
}

type FieldValueProps = Readonly<{
  when: Extract<Event, { kind: 'field-value' }>
  onChange: (when: Event) => void
}>

function FieldValue({ when, onChange }: FieldValueProps) {
  const t = useWords(fieldsWords)
  const { language } = useLanguage()
  const answers = useAnswers()
  const { data } = useSuspenseQuery(settingsQuery('field'))
  const fields = ofKind(data, 'field')
  const offered = answers(fields.find(({ subject }) => subject === when.fieldId)?.sheet)
  const tell = (value: string) => onChange({ ...when, value })
  return (
    <>
      <ChoiceField
        label={t('field')}
        shape="list"
        choices={fields.map(({ subject, sheet }) => ({
          value: subject,
          label: nameIn(sheet.label, language),
        }))}
        value={when.fieldId}
        onChange={(fieldId) => onChange({ ...when, fieldId, value: '' })}
      />
      {offered.length > 0 ? (
        <ChoiceField label={t('value')} choices={offered} value={when.value} onChange={tell} />
      ) : (
        <TextField label={t('value')} value={when.value} onChange={tell} />
      )}
    </>
  )
}
