import { useState } from 'react'
import { useFormState } from 'react-hook-form'
import { begin, languagesAsked, type Questionnaire } from '#contract/questionnaires/index.ts'
import type { Language } from '#contract/language.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { languageNames } from '#web/app/language.ts'
import { useMe } from '#web/app/MeContext.tsx'
import { Button, ChoiceField, Notice, Section } from '#web/ui/index.ts'
import { answeringWords } from './answering.words.ts'
import { designWords } from './design.words.ts'
import { FillForm } from './FillForm.tsx'
import { momentHere, occasionHere } from './filling.ts'

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

function Trial({ sheet, language }: { sheet: Questionnaire; language: Language }) {
  const t = useWords(designWords)
  const say = useWords(answeringWords)
  const { worker } = useMe()
  const [now] = useState(momentHere)
  const occasion = occasionHere(sheet, { language, username: worker.name, now })
  const [start] = useState(() => begin(sheet, occasion))
  return (
    <FillForm
      sheet={sheet}
      occasion={occasion}
      language={language}
      start={start}
      onTyped={nowhere}
      onWhole={nowhere}
      sayWrong={(count) => say('wrongCount', { count })}
      actions={<Button type="submit">{t('tryCheck')}</Button>}
    >
      <Whole />
    </FillForm>
  )
}

/** What is tried goes nowhere. */
const nowhere = () => undefined

function Whole() {
  const t = useWords(designWords)
  const { isSubmitted, errors } = useFormState()
  if (!isSubmitted || Object.keys(errors).length > 0) return null
  return <Notice>{t('tryWhole')}</Notice>
}
