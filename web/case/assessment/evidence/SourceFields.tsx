import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { AddSource } from '#contract/case/evidence.ts'
import { collectionContactKind, collectionMethod, perspective } from '#contract/codes/index.ts'
import { useChoices, useFormats, useLabel, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, DateField, FieldRow, LongTextField, TextField, todayHere } from '#web/ui/index.ts'
import { contactsQuery } from './evidence.api.ts'
import { recordWords } from './record.words.ts'

/** A source while it is written: what is not chosen yet is null. */
export type SourceTyped = Omit<AddSource, 'stance' | 'saidBy' | 'method' | 'learnedOn'> & {
  saidBy: AddSource['saidBy'] | null
  method: AddSource['method'] | null
  learnedOn: string | null
}

export const noSource = (): SourceTyped => ({
  id: crypto.randomUUID(),
  says: '',
  saidBy: null,
  saidByName: '',
  method: null,
  learnedOn: todayHere(),
  contactId: null,
})

/** The source as it is sent, or null while something is missing. */
export function sourceFrom({
  saidBy,
  method,
  learnedOn,
  ...typed
}: SourceTyped): Omit<AddSource, 'stance'> | null {
  if (saidBy === null || method === null || learnedOn === null || typed.says.trim() === '') return null
  return { ...typed, saidBy, method, learnedOn }
}

type SourceFieldsProps = {
  caseId: string
  value: SourceTyped
  onChange: (part: Partial<SourceTyped>) => void
  errorOf: (name: string) => string | undefined
}

/** What was said, by whom, how it was learned and when. */
export function SourceFields({ caseId, value, onChange, errorOf }: SourceFieldsProps) {
  const t = useWords(recordWords)
  const people = useChoices(perspective)
  const methods = useOwnChoices(collectionMethod)
  const set =
    <Key extends keyof SourceTyped>(key: Key) =>
    (now: SourceTyped[Key]) =>
      onChange({ [key]: now })
  return (
    <>
      <LongTextField
        label={t('says')}
        hint={t('saysHint')}
        required
        value={value.says}
        onChange={set('says')}
      />
      <FieldRow>
        <ChoiceField
          label={t('saidBy')}
          required
          shape="list"
          choices={people}
          value={value.saidBy}
          onChange={set('saidBy')}
        />
        <TextField
          label={t('saidByName')}
          maxLength={200}
          value={value.saidByName}
          onChange={set('saidByName')}
        />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label={t('method')}
          required
          shape="list"
          choices={methods}
          value={value.method}
          onChange={set('method')}
        />
        <DateField
          label={t('learnedOn')}
          required
          max={todayHere()}
          value={value.learnedOn}
          onChange={set('learnedOn')}
          error={errorOf('learnedOn')}
        />
      </FieldRow>
      <ContactField caseId={caseId} value={value.contactId} onChange={set('contactId')} />
    </>
  )
}

type ContactFieldProps = { caseId: string; value: string | null; onChange: (id: string | null) => void }

/** The visit or consultation in which it was learned; nothing is asked while there is none. */
function ContactField({ caseId, value, onChange }: ContactFieldProps) {
  const t = useWords(recordWords)
  const label = useLabel()
  const formats = useFormats()
  const { data } = useSuspenseInfiniteQuery(contactsQuery(caseId))
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return null
  const none = { value: '', label: t('noContact') }
  const choices = rows.map(({ id, kind, heldOn }) => ({
    value: id,
    label: `${label(collectionContactKind, kind)} · ${formats.date(heldOn)}`,
  }))
  return (
    <ChoiceField
      label={t('contactId')}
      shape="list"
      choices={[none, ...choices]}
      value={value ?? ''}
      onChange={(id) => onChange(id === '' ? null : id)}
    />
  )
}
