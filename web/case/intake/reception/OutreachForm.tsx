import { useSuspenseQuery } from '@tanstack/react-query'
import type { OutreachSheet } from '#contract/case/reception.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import type { Typed } from '#web/app/useTyped.ts'
import {
  Button,
  DateField,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  NumberField,
  Sheet,
  TextField,
  todayHere,
} from '#web/ui/index.ts'
import { colleaguesQuery } from '../inquiry/inquiry.api.ts'
import { outreachWords } from './outreach.words.ts'

/** What is written; the id is that of an event that is new. */
export type WrittenOutreach = OutreachSheet & { id: string }

/** An event of today of which nothing is written yet. */
export const newOutreach = (workerId: string): WrittenOutreach => ({
  id: crypto.randomUUID(),
  heldOn: todayHere(),
  place: '',
  purpose: '',
  workerIds: [workerId],
  peopleMet: 0,
  note: '',
})

type OutreachFormProps = {
  saving: { error: Error | null; isPending: boolean; mutate: (written: WrittenOutreach) => void }
  onCancel: () => void
  typed: Typed<WrittenOutreach>
}

/** Where workers went, why, who, and how many people they met. */
export function OutreachForm({ typed, saving, onCancel }: OutreachFormProps) {
  const t = useWords(outreachWords)
  const { data: colleagues } = useSuspenseQuery(colleaguesQuery)
  const errorOf = useRefusedFields(saving.error)
  const { value: sheet, change } = typed
  const at = <Key extends keyof OutreachSheet>(key: Key) => ({
    id: key,
    value: sheet[key],
    onChange: (value: OutreachSheet[Key]) => change({ [key]: value }),
    error: errorOf(key),
  })
  const names = colleagues
    .filter(({ active, id }) => active || sheet.workerIds.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Sheet
      label={t('title')}
      onSubmit={() => saving.mutate(sheet)}
      actions={
        <>
          <Button type="submit" look="main" busy={saving.isPending}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      <RefusalNote
        error={saving.error}
        labels={{ heldOn: t('heldOn'), place: t('place'), purpose: t('purpose'), workerIds: t('workers') }}
      />
      <FieldRow>
        <DateField
          label={t('heldOn')}
          required
          {...at('heldOn')}
          onChange={(heldOn) => heldOn !== null && change({ heldOn })}
        />
        <TextField label={t('place')} required {...at('place')} />
      </FieldRow>
      <TextField label={t('purpose')} required {...at('purpose')} />
      <ManyChoicesField label={t('workers')} required choices={names} {...at('workerIds')} />
      <NumberField
        label={t('peopleMet')}
        {...at('peopleMet')}
        onChange={(peopleMet) => change({ peopleMet: peopleMet ?? 0 })}
      />
      <LongTextField label={t('note')} rows={3} {...at('note')} />
    </Sheet>
  )
}
