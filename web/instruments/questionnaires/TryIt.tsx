import { useState } from 'react'
import { languagesAsked, type Questionnaire } from '#contract/questionnaires/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { languageNames } from '#web/app/language.ts'
import { useMe } from '#web/app/MeContext.tsx'
import { Button, ChoiceField, Notice, Section } from '#web/ui/index.ts'
import { answeringWords } from './answering.words.ts'
import { designWords } from './design.words.ts'
import { Fill } from './Fill.tsx'
import { momentHere } from './filling.ts'
import { occasionHere, useTrying } from './useFilling.ts'

/** The questionnaire as whoever answers it will see it; nothing is kept. */
export function TryIt({ sheet }: { sheet: Questionnaire }) {
  const t = useWords(designWords)
  const { language: spoken } = useLanguage()
  const offered = languagesAsked(sheet)
  const [language, speak] = useState(offered.includes(spoken) ? spoken : (offered[0] ?? spoken))
  const [turn, anew] = useState(0)
  return (
    <Section title={t('try')} lead={t('tryLead')}>
      <ChoiceField
        label={t('language')}
        choices={offered.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={speak}
      />
      <Trial key={`${language} ${turn}`} sheet={sheet} language={language} />
      <Button look="quiet" onClick={() => anew(turn + 1)}>
        {t('tryAnew')}
      </Button>
    </Section>
  )
}

function Trial({ sheet, language }: { sheet: Questionnaire; language: 'zh-CN' | 'en' | 'ru' }) {
  const t = useWords(designWords)
  const say = useWords(answeringWords)
  const { worker } = useMe()
  const [now] = useState(momentHere)
  const [checked, check] = useState(false)
  const { typed, type, filling } = useTrying(
    sheet,
    occasionHere(sheet, { language, username: worker.name, now }),
  )
  const { place, wrong } = filling
  return (
    <>
      <div className="fill" lang={language}>
        <Fill nodes={sheet.nodes} place={place} whole={typed} wrong={checked ? wrong : []} onChange={type} />
      </div>
      <Button onClick={() => check(true)}>{t('tryCheck')}</Button>
      {checked && (
        <Notice tone={wrong.length > 0 ? 'warn' : 'info'}>
          <p>{wrong.length > 0 ? say('wrongCount', { count: wrong.length }) : t('tryWhole')}</p>
        </Notice>
      )}
    </>
  )
}
