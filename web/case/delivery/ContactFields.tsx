import type { ProcessRecordView } from '#contract/case/delivery.ts'
import { activityType, contactMode, personSeen } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
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
        <MomentField label={t('heldFrom')} required {...field('heldFrom')} />
        <MomentField label={t('heldUntil')} {...field('heldUntil')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField label={t('mode')} choices={modes} required {...field('mode')} />
        <TextField label={t('place')} required {...field('place')} />
      </FieldRow>
      <PeopleFields tools={tools} />
      <LongTextField label={t('purpose')} rows={1} required {...field('purpose')} />
      <ServedFields tools={tools} goals={goals} />
    </Section>
  )
}

function PeopleFields({ tools: { draft, field } }: { tools: RecordTools }) {
  const t = useWords(recordWords)
  const people = useChoices(personSeen)
  return (
    <>
      <YesNoField label={t('clientSeen')} required {...field('clientSeen')} />
      {draft.value.clientSeen === false && (
        <TextField label={t('notSeenReason')} required {...field('notSeenReason')} />
      )}
      <div className="many-columns">
        <ManyChoicesField label={t('personsSeen')} choices={people} required {...field('personsSeen')} />
      </div>
    </>
  )
}

function ServedFields({ tools: { field }, goals }: ContactFieldsProps) {
  const t = useWords(recordWords)
  const activities = useChoices(activityType)
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
