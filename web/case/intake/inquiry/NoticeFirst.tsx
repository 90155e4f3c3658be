import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { exceptionGround } from '#contract/codes/index.ts'
import { type Language, languages } from '#contract/language.ts'
import { languageNames } from '#web/app/language.ts'
import { useChoices, useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { noticesQuery } from '#web/consent/consent.api.ts'
import { Button, ChoiceField, Notice, Written } from '#web/ui/index.ts'
import type { SheetHeld } from './inquiry-field.ts'
import { noticeFirstWords } from './notice-first.words.ts'
import { useInquiryLabels } from './useInquiryLabels.ts'
import type { Telling } from './useTelling.ts'

type NoticeFirstProps = { telling: Telling; sheet: SheetHeld }

/** Before anything sensitive is kept it is told how information is used: offered here with one press. */
export function NoticeFirst({ telling, sheet }: NoticeFirstProps) {
  const t = useWords(noticeFirstWords)
  const labels = useInquiryLabels()
  const formats = useFormats()
  const { basis, waiting } = telling
  if (basis === 'told') return <Told language={sheet.value.toldLanguage} />
  const owed = basis === 'emergency' || basis === 'ground'
  return (
    <div className="notice-first" id="notice-first">
      <Notice
        tone={waiting.length > 0 || owed ? 'warn' : 'info'}
        title={t(owed ? 'owedTitle' : 'title')}
        actions={<TellButton telling={telling} />}
      >
        {t(owed ? 'owedLead' : 'lead')}
        {waiting.length > 0 && (
          <p>{t('waiting', { fields: formats.phrases(waiting.map((field) => labels[field])) })}</p>
        )}
      </Notice>
      <ChoiceField
        label={t('language')}
        choices={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        shape="pills"
        value={telling.language}
        onChange={telling.choose}
      />
      <div className="page-actions">
        <WordsOfNotice language={telling.language} />
        {basis !== 'emergency' && <Ground sheet={sheet} />}
      </div>
    </div>
  )
}

/** The one press; it stands wherever something waits for it. */
export function TellButton({ telling }: { telling: Telling }) {
  const t = useWords(noticeFirstWords)
  return (
    <>
      <Button look="main" onClick={telling.tell}>
        {`${t('told')} · ${languageNames[telling.language]}`}
      </Button>
      <small>{t('keys')}</small>
    </>
  )
}

function Told({ language }: { language: Language | null }) {
  const t = useWords(noticeFirstWords)
  if (language === null) return null
  return <output className="section-lead">{t('done', { language: languageNames[language] })}</output>
}

/** What is told, to be read out: unfolded when it is asked for. */
function WordsOfNotice({ language }: { language: Language }) {
  const t = useWords(noticeFirstWords)
  const [open, unfold] = useState(false)
  const { data } = useQuery({ ...noticesQuery, enabled: open })
  const words = data?.notices[0]?.words[language]
  return (
    <>
      <Button look="quiet" onClick={() => unfold(!open)}>
        {`${t('words')} · ${t(open ? 'hideWords' : 'showWords')}`}
      </Button>
      {open && words !== undefined && (
        <div lang={language}>
          <Written>{words}</Written>
        </div>
      )}
    </>
  )
}

/** On what ground it is told afterwards; unfolded, for it is rare. */
function Ground({ sheet }: { sheet: SheetHeld }) {
  const t = useWords(noticeFirstWords)
  const grounds = useChoices(exceptionGround)
  const [open, unfold] = useState(false)
  const { id, error: _, ...field } = sheet.field('noticeGround')
  if (!open && field.value === null)
    return (
      <Button look="quiet" onClick={() => unfold(true)}>
        {t('cannot')}
      </Button>
    )
  return (
    <div id={id}>
      <ChoiceField label={t('ground')} choices={grounds} shape="list" {...field} />
    </div>
  )
}
