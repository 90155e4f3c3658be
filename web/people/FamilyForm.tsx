import type { FamilyMemberSheet, FamilySheet } from '#contract/families.ts'
import type { PersonLine } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import type { Typed } from '#web/app/useTyped.ts'
import {
  Button,
  DateField,
  FieldRow,
  LongTextField,
  RowsField,
  Sheet,
  TextField,
  type RowTools,
} from '#web/ui/index.ts'
import { familyWords } from './family.words.ts'
import { PersonPicker } from './PersonPicker.tsx'

/** What is written, with the people whose names it needs; the id is that of a family that is new. */
export type WrittenFamily = FamilySheet & { id: string; people: readonly PersonLine[] }

type FamilyFormProps = {
  saving: { isPending: boolean; error: unknown }
  onSave: (sheet: FamilySheet) => void
  onDone: () => void
  typed: Typed<WrittenFamily>
}

/** The sheet of a family: its name, and its members with the days from and until which they belong to it. */
export function FamilyForm({ typed, saving, onSave, onDone }: FamilyFormProps) {
  const t = useWords(familyWords)
  const { change } = typed
  const { name, note, members, people } = typed.value
  // A row in which nobody was chosen yet is not sent.
  const whole = { name, note, members: members.filter(({ personId }) => personId !== '') }
  return (
    <Sheet
      label={t('family')}
      onSubmit={() => onSave(whole)}
      actions={
        <>
          <Button type="submit" look="main" busy={saving.isPending} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <TextField
        label={t('name')}
        required
        maxLength={200}
        value={name}
        onChange={(text) => change({ name: text })}
      />
      <RowsField<FamilyMemberSheet>
        label={t('members')}
        newRow={() => ({ id: crypto.randomUUID(), personId: '', part: '', since: null, until: null })}
        addLabel={t('addMember')}
        max={60}
        value={members}
        onChange={(rows) => change({ members: rows })}
      >
        {(row) => (
          <MemberFields
            {...row}
            people={people}
            onMet={(person) => change({ people: [...people, person] })}
          />
        )}
      </RowsField>
      <LongTextField label={t('note')} rows={2} value={note} onChange={(text) => change({ note: text })} />
      <RefusalNote error={saving.error} labels={{ name: t('name'), members: t('members') }} />
    </Sheet>
  )
}

type MemberFieldsProps = RowTools<FamilyMemberSheet> & {
  people: readonly PersonLine[]
  onMet: (person: PersonLine) => void
}

function MemberFields({ row, set, people, onMet }: MemberFieldsProps) {
  const t = useWords(familyWords)
  const choose = (person: PersonLine | null) => {
    if (person) onMet(person)
    set('personId')(person?.id ?? '')
  }
  return (
    <>
      <PersonPicker
        label={t('who')}
        required
        value={people.find(({ id }) => id === row.personId) ?? null}
        onChange={choose}
      />
      <TextField label={t('part')} hint={t('partHint')} value={row.part} onChange={set('part')} />
      <FieldRow>
        <DateField label={t('sinceDay')} value={row.since} onChange={set('since')} />
        <DateField label={t('untilDay')} value={row.until} onChange={set('until')} />
      </FieldRow>
    </>
  )
}
