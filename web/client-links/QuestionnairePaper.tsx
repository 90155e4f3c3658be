import '#web/instruments/questionnaires/questionnaires.css'
import { useState } from 'react'
import { type Answers, begin, languagesAsked } from '#contract/questionnaires/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { FillForm } from '#web/instruments/questionnaires/FillForm.tsx'
import { momentHere, occasionHere } from '#web/instruments/questionnaires/filling.ts'
import { Button } from '#web/ui/index.ts'
import { linkedPaperWords } from './linked-paper.words.ts'
import type { PaperProps } from './paper.ts'
import { useTypedHere } from './useTypedHere.ts'

/** A questionnaire as whoever answers it alone sees it: only what applies is asked, by the same rules as everywhere. */
export function QuestionnairePaper({ paper: { sheet }, linkId, send, busy }: PaperProps<'questionnaire'>) {
  const t = useWords(linkedPaperWords)
  const { language: own } = useLanguage()
  const [now] = useState(momentHere)
  const offered = languagesAsked(sheet)
  const language = offered.includes(own) ? own : (offered[0] ?? own)
  const occasion = occasionHere(sheet, { language, username: '', now })
  const typed = useTypedHere<{ answers: Answers }>(`${linkId}/form`, () => ({
    answers: begin(sheet, occasion),
  }))
  return (
    <FillForm
      sheet={sheet}
      occasion={occasion}
      language={language}
      start={typed.value.answers}
      onTyped={(answers) => typed.change({ answers })}
      onWhole={(answers) => send({ linkId, purpose: 'questionnaire', language, answers }, typed.forget)}
      sayWrong={(count) => t('wrongCount', { count })}
      head={
        <>
          <h2>{sheet.title}</h2>
          <p className="linked-said">{t('questionnaireLead')}</p>
        </>
      }
      actions={
        <Button type="submit" look="main" busy={busy}>
          {t('send')}
        </Button>
      }
    />
  )
}
