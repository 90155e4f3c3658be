import './consent.css'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ConsentNotice } from '#contract/consent.ts'
import { type Language, languages } from '#contract/language.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, LongTextField, Notice, Section, Sheet, Written } from '#web/ui/index.ts'
import { noticesQuery, writeNotice } from './consent.api.ts'
import { noticeWords } from './notice.words.ts'

/** The notice in use, and for an administrator a way to write the next version. */
export function NoticeSection() {
  const t = useWords(noticeWords)
  const { data } = useSuspenseQuery(noticesQuery)
  const [writing, write] = useState(false)
  const [saved, tell] = useState(false)
  const [newest] = data.notices
  if (!newest || data.abilities.write !== 'yes') return null
  const done = (isSaved: boolean) => {
    write(false)
    tell(isSaved)
  }
  const begin = !writing && <Button onClick={() => write(true)}>{t('write')}</Button>
  return (
    <Section title={t('title')} lead={t('lead')} actions={begin}>
      {saved && <Notice>{t('saved')}</Notice>}
      {writing ? <NoticeForm newest={newest} onDone={done} /> : <NoticeShown notice={newest} />}
    </Section>
  )
}

/** The notice as people are told it, in one of its languages. */
function NoticeShown({ notice }: { notice: ConsentNotice }) {
  const t = useWords(noticeWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const [shown, show] = useState<Language>(language)
  const moment = formats.moment(notice.writtenAt)
  return (
    <>
      <p>
        {t('current', { version: notice.version })} ·{' '}
        {notice.writtenBy ? t('by', { name: notice.writtenBy.name, moment }) : t('first')}
      </p>
      <ChoiceField label={t('show')} choices={useLanguageChoices()} value={shown} onChange={show} />
      <p className="consent-words" lang={shown}>
        <Written>{notice.words[shown]}</Written>
      </p>
    </>
  )
}

function useLanguageChoices() {
  const t = useWords(noticeWords)
  return languages.map((language) => ({ value: language, label: t(language) }))
}

type NoticeFormProps = { newest: ConsentNotice; onDone: (isSaved: boolean) => void }

function NoticeForm({ newest, onDone }: NoticeFormProps) {
  const t = useWords(noticeWords)
  const queries = useQueryClient()
  const typed = useTyped(`consent-notice/${newest.version + 1}`, () => newest.words)
  const { value: words } = typed
  const saving = useMutation({
    mutationFn: () => writeNotice({ version: newest.version + 1, words }),
    onSuccess: async () => {
      typed.forget()
      await queries.invalidateQueries({ queryKey: noticesQuery.queryKey })
      onDone(true)
    },
  })
  const isWhole = languages.every((language) => words[language].trim() !== '')
  return (
    <Sheet
      label={t('write')}
      onSubmit={() => saving.mutate()}
      actions={
        <>
          <Button type="submit" look="main" busy={saving.isPending} disabled={!isWhole}>
            {t('save')}
          </Button>
          <Button look="quiet" onClick={() => onDone(false)}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <TypedBefore typed={typed} />
      {languages.map((language) => (
        <LongTextField
          key={language}
          label={t(language)}
          lang={language}
          required
          value={words[language]}
          onChange={(text) => typed.change({ [language]: text })}
        />
      ))}
      <RefusalNote error={saving.error} />
    </Sheet>
  )
}
