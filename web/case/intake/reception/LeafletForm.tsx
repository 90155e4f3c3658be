import { useState } from 'react'
import type { LeafletSheet } from '#contract/case/reception.ts'
import { languages } from '#contract/language.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { Button, CheckField, LongTextField, Sheet, TextField } from '#web/ui/index.ts'
import { leafletWords } from './leaflet.words.ts'

type LeafletFormProps = {
  start: LeafletSheet | null
  saving: { error: Error | null; isPending: boolean; mutate: (sheet: LeafletSheet) => void }
  onCancel: () => void
}

const inThree = { 'zh-CN': '', en: '', ru: '' }

/** A leaflet in its three languages, each whole. */
export function LeafletForm({ start, saving, onCancel }: LeafletFormProps) {
  const t = useWords(leafletWords)
  const errorOf = useRefusedFields(saving.error)
  const [sheet, write] = useState<LeafletSheet>(start ?? { title: inThree, words: inThree, active: true })
  const labels = Object.fromEntries(
    languages.flatMap((one) => [
      [`title.${one}`, `${t('titleIn')} · ${t(one)}`],
      [`words.${one}`, `${t('wordsIn')} · ${t(one)}`],
    ]),
  )
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
      <RefusalNote error={saving.error} labels={labels} />
      {languages.map((one) => (
        <div key={one} lang={one} className="leaflet-language">
          <TextField
            id={`title.${one}`}
            label={`${t('titleIn')} · ${t(one)}`}
            required
            value={sheet.title[one]}
            onChange={(text) => write({ ...sheet, title: { ...sheet.title, [one]: text } })}
            error={errorOf(`title.${one}`)}
          />
          <LongTextField
            id={`words.${one}`}
            label={`${t('wordsIn')} · ${t(one)}`}
            required
            rows={4}
            value={sheet.words[one]}
            onChange={(text) => write({ ...sheet, words: { ...sheet.words, [one]: text } })}
            error={errorOf(`words.${one}`)}
          />
        </div>
      ))}
      <CheckField
        label={t('active')}
        value={sheet.active}
        onChange={(active) => write({ ...sheet, active })}
      />
    </Sheet>
  )
}
