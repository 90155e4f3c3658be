import type { ProcessRecordView } from '#contract/case/delivery.ts'
import { activityType, contactMode, personSeen } from '#contract/codes/index.ts'
import { useChoices, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  ChoiceField,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  MomentField,
  Section,
  TextField,
  YesNoField,
} from '#web/ui/index.ts'
import { recordWords } from './record.words.ts'
import type { RecordTools } from './useRecordSheet.ts'

type ContactFieldsProps = { tools: RecordTools; goals: ProcessRecordView['goals'] }

/** When, where, how and with whom; and what it was for. */
export function ContactFields({ tools, goals }: ContactFieldsProps) {
  const t = useWords(recordWords)
  const modes = useChoices(contactMode)
  const { field } = tools
  return (
    <Section title={t('when')}>
      <FieldRow>
        <MomentField required label={t('heldFrom')} {...field('heldFrom')} />
        <MomentField label={t('heldUntil')} {...field('heldUntil')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField required label={t('mode')} choices={modes} {...field('mode')} />
        <TextField required label={t('place')} {...field('place')} />
      </FieldRow>
      <PeopleFields tools={tools} />
      <LongTextField required label={t('purpose')} rows={1} {...field('purpose')} />
      <ServedFields tools={tools} goals={goals} />
    </Section>
  )
}

function PeopleFields({ tools: { draft, field } }: { tools: RecordTools }) {
  const t = useWords(recordWords)
  const people = useChoices(personSeen)
  return (
    <>
      <YesNoField required label={t('clientSeen')} {...field('clientSeen')} />
      {draft.value.clientSeen === false && (
        <TextField required label={t('notSeenReason')} {...field('notSeenReason')} />
      )}
      <div className="many-columns">
        <ManyChoicesField required label={t('personsSeen')} choices={people} {...field('personsSeen')} />
      </div>
    </>
  )
}

function ServedFields({ tools: { field }, goals }: ContactFieldsProps) {
  const t = useWords(recordWords)
  const activities = useOwnChoices(activityType)
  const choices = goals.map(({ id, statement }) => ({ value: id, label: statement }))
  return (
    <>
      {choices.length > 0 && (
        <ManyChoicesField label={t('goalIds')} choices={choices} {...field('goalIds')} />
      )}
      <div className="many-columns">
        <ManyChoicesField
          label={t('activityTypes')}
          choices={activities}
          required
          {...field('activityTypes')}
        />
      </div>
    </>
  )
}
