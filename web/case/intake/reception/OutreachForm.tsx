import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutreachSheet } from '#contract/case/reception.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useMe } from '#web/app/MeContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
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

type OutreachFormProps = {
  start: OutreachSheet | null
  saving: { error: Error | null; isPending: boolean; mutate: (sheet: OutreachSheet) => void }
  onCancel: () => void
}

/** Where workers went, why, who, and how many people they met. */
export function OutreachForm({ start, saving, onCancel }: OutreachFormProps) {
  const t = useWords(outreachWords)
  const { worker } = useMe()
  const { data: colleagues } = useSuspenseQuery(colleaguesQuery)
  const errorOf = useRefusedFields(saving.error)
  const [sheet, write] = useState<OutreachSheet>(
    start ?? { heldOn: todayHere(), place: '', purpose: '', workerIds: [worker.id], peopleMet: 0, note: '' },
  )
  const at = <Key extends keyof OutreachSheet>(key: Key) => ({
    id: key,
    value: sheet[key],
    onChange: (value: OutreachSheet[Key]) => write({ ...sheet, [key]: value }),
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
      <RefusalNote
        error={saving.error}
        labels={{ heldOn: t('heldOn'), place: t('place'), purpose: t('purpose'), workerIds: t('workers') }}
      />
      <FieldRow>
        <DateField
          label={t('heldOn')}
          required
          {...at('heldOn')}
          onChange={(heldOn) => heldOn !== null && write({ ...sheet, heldOn })}
        />
        <TextField label={t('place')} required {...at('place')} />
      </FieldRow>
      <TextField label={t('purpose')} required {...at('purpose')} />
      <ManyChoicesField label={t('workers')} required choices={names} {...at('workerIds')} />
      <NumberField
        label={t('peopleMet')}
        {...at('peopleMet')}
        onChange={(peopleMet) => write({ ...sheet, peopleMet: peopleMet ?? 0 })}
      />
      <LongTextField label={t('note')} rows={3} {...at('note')} />
    </Sheet>
  )
}
