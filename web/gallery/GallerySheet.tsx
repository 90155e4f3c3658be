import { useState } from 'react'
import { useWords } from '#web/app/LanguageContext.tsx'
import {
  ActionButton,
  Button,
  ChoiceField,
  DateField,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  MomentField,
  NumberField,
  RatingField,
  RowsField,
  Sheet,
  TextField,
  YesNoField,
} from '#web/ui/index.ts'
import { galleryWords } from './gallery.words.ts'

const choicesIn = (text: string) => text.split(',').map((label, place) => ({ value: String(place), label }))

const start = {
  facts: '',
  mood: '1',
  met: true as boolean | null,
  when: '2026-11-21T14:30:00+08:00' as string | null,
  born: '2015-03-02' as string | null,
  hours: 1.5 as number | null,
  rating: 4,
  help: ['0', '2'],
  tasks: [
    { what: '', who: '' },
    { what: '', who: '' },
  ],
}

/** Everything one fills. */
export function GallerySheet() {
  const t = useWords(galleryWords)
  const [sheet, setSheet] = useState(() => ({ ...start, facts: t('factsText') }))
  const field = <Key extends keyof typeof sheet>(key: Key) => ({
    value: sheet[key],
    onChange: (value: (typeof sheet)[Key]) => setSheet((before) => ({ ...before, [key]: value })),
  })
  return (
    <Sheet
      save={{ state: 'saved', savedAt: '14:32' }}
      actions={
        <>
          <ActionButton ability="not-now" reason={t('reason')}>
            {t('more')}
          </ActionButton>
          <Button look="main">{t('submit')}</Button>
        </>
      }
    >
      <LongTextField label={t('facts')} hint={t('factsHint')} required {...field('facts')} />
      <ChoiceField label={t('mood')} choices={choicesIn(t('moods'))} {...field('mood')} />
      <YesNoField label={t('met')} required {...field('met')} />
      <FieldRow>
        <MomentField label={t('when')} {...field('when')} />
        <DateField label={t('born')} {...field('born')} />
        <NumberField label={t('hours')} unit={t('unit')} {...field('hours')} />
      </FieldRow>
      <RatingField label={t('rating')} ends={[t('low'), t('high')]} {...field('rating')} />
      <ManyChoicesField label={t('help')} choices={choicesIn(t('helps'))} {...field('help')} />
      <ChoiceField label={t('relation')} shape="list" choices={choicesIn(t('stages'))} {...field('mood')} />
      <RowsField label={t('tasks')} reorder newRow={() => ({ what: '', who: '' })} {...field('tasks')}>
        {({ row, set, index }) => (
          <FieldRow>
            <TextField
              label={t('task')}
              value={row.what}
              onChange={set('what')}
              error={index === 1 ? t('error') : undefined}
            />
            <TextField label={t('who')} value={row.who} onChange={set('who')} />
          </FieldRow>
        )}
      </RowsField>
    </Sheet>
  )
}
