import type { Attendee } from '#contract/case/interview.ts'
import { attendeePart } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, FieldRow, RowsField, TextField, type RowTools } from '#web/ui/index.ts'
import { useFieldErrors } from '../useFieldErrors.ts'
import type { InterviewPartProps } from './interview-part.ts'
import { interviewWords } from './interview.words.ts'

const nobody = (): Attendee => ({ part: null, name: '', relation: '' })

const mustBeFilled = { required: true }

/** Each who took part, and what they are to the client: one conversation may have several. */
export function AttendeeRows({ sheet, refused }: InterviewPartProps) {
  const t = useWords(interviewWords)
  const field = useFieldErrors(sheet, refused)
  return (
    <RowsField<Attendee>
      label={t('attendees')}
      newRow={nobody}
      addLabel={t('addAttendee')}
      rowName={({ name }) => name}
      max={20}
      {...mustBeFilled}
      {...field('attendees')}
    >
      {(row) => <AttendeeFields {...row} />}
    </RowsField>
  )
}

function AttendeeFields({ row, set, index }: RowTools<Attendee>) {
  const t = useWords(interviewWords)
  const parts = useChoices(attendeePart)
  const path = (key: keyof Attendee) => `attendees.${index}.${key}`
  return (
    <FieldRow>
      <TextField label={t('attendeeName')} id={path('name')} value={row.name} onChange={set('name')} />
      <ChoiceField
        label={t('attendeePart')}
        id={path('part')}
        choices={parts}
        value={row.part}
        onChange={set('part')}
      />
      <TextField
        label={t('attendeeRelation')}
        id={path('relation')}
        value={row.relation}
        onChange={set('relation')}
      />
    </FieldRow>
  )
}
