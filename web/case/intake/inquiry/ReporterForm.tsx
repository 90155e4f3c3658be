import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReporterSheet } from '#contract/case/reporter.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, CheckField, FieldRow, LongTextField, Sheet, TextField } from '#web/ui/index.ts'
import { reporterWords } from './reporter.words.ts'

export type ProtectReporter = (sheet: ReporterSheet) => Promise<unknown>

type ReporterFormProps = { known: Partial<ReporterSheet>; protect: ProtectReporter; onDone: () => void }

/** Writes down who reported it, apart from the sheet of the first contact. */
export function ReporterForm({ known, protect, onDone }: ReporterFormProps) {
  const t = useWords(reporterWords)
  const [sheet, write] = useState<ReporterSheet>({
    name: known.name ?? '',
    phone: known.phone ?? '',
    relation: known.relation ?? '',
    anonymous: known.anonymous ?? true,
    note: known.note ?? '',
  })
  const set = <Key extends keyof ReporterSheet>(key: Key) => ({
    value: sheet[key],
    onChange: (value: ReporterSheet[Key]) => write({ ...sheet, [key]: value }),
  })
  const saving = useMutation({ mutationFn: () => protect(sheet), onSuccess: onDone })
  return (
    <Sheet
      label={t('title')}
      onSubmit={() => saving.mutate()}
      actions={
        <>
          <Button type="submit" look="main" busy={saving.isPending}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <p>{t('care')}</p>
      <FieldRow>
        <TextField label={t('name')} maxLength={200} {...set('name')} />
        <TextField label={t('phone')} type="tel" maxLength={60} {...set('phone')} />
      </FieldRow>
      <TextField label={t('relation')} hint={t('relationHint')} maxLength={200} {...set('relation')} />
      <CheckField label={t('anonymous')} hint={t('anonymousHint')} {...set('anonymous')} />
      <LongTextField label={t('note')} rows={2} {...set('note')} />
      <RefusalNote error={saving.error} />
    </Sheet>
  )
}
