import type { LeafletSheet } from '#contract/case/reception.ts'
import { languages } from '#contract/language.ts'
import { useRefusedFields } from '#web/agencies/useRefusedFields.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import type { Typed } from '#web/app/useTyped.ts'
import { Button, CheckField, LongTextField, Sheet, TextField } from '#web/ui/index.ts'
import { leafletWords } from './leaflet.words.ts'

/** What is written; the id is that of a leaflet that is new. */
export type WrittenLeaflet = LeafletSheet & { id: string }

type LeafletFormProps = {
  saving: { error: Error | null; isPending: boolean; mutate: (written: WrittenLeaflet) => void }
  onCancel: () => void
  typed: Typed<WrittenLeaflet>
}

const inThree = { 'zh-CN': '', en: '', ru: '' }

/** A leaflet of which nothing is written yet. */
export const newLeaflet = (): WrittenLeaflet => ({
  id: crypto.randomUUID(),
  title: inThree,
  words: inThree,
  active: true,
})

/** A leaflet in its three languages, each whole. */
export function LeafletForm({ typed, saving, onCancel }: LeafletFormProps) {
  const t = useWords(leafletWords)
  const errorOf = useRefusedFields(saving.error)
  const { value: sheet, change } = typed
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
      <TypedBefore typed={typed} />
      <RefusalNote error={saving.error} labels={labels} />
      {languages.map((one) => (
        <div key={one} lang={one} className="leaflet-language">
          <TextField
            id={`title.${one}`}
            label={`${t('titleIn')} · ${t(one)}`}
            required
            value={sheet.title[one]}
            onChange={(text) => change({ title: { ...sheet.title, [one]: text } })}
            error={errorOf(`title.${one}`)}
          />
          <LongTextField
            id={`words.${one}`}
            label={`${t('wordsIn')} · ${t(one)}`}
            required
            rows={4}
            value={sheet.words[one]}
            onChange={(text) => change({ words: { ...sheet.words, [one]: text } })}
            error={errorOf(`words.${one}`)}
          />
        </div>
      ))}
      <CheckField label={t('active')} value={sheet.active} onChange={(active) => change({ active })} />
    </Sheet>
  )
}
