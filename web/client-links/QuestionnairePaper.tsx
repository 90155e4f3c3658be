import '#web/instruments/questionnaires/questionnaires.css'
import { useState } from 'react'
import { type Answers, begin, languagesAsked } from '#contract/questionnaires/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Fill } from '#web/instruments/questionnaires/Fill.tsx'
import { momentHere } from '#web/instruments/questionnaires/filling.ts'
import { fillingOf, occasionHere } from '#web/instruments/questionnaires/useFilling.ts'
import { Button, Notice, Sheet } from '#web/ui/index.ts'
import { linkedPaperWords } from './linked-paper.words.ts'
import type { PaperProps } from './paper.ts'
import { useTypedHere } from './useTypedHere.ts'

/** A questionnaire as whoever answers it alone sees it: only what applies is asked, by the same rules as everywhere. */
export function QuestionnairePaper({ paper: { sheet }, linkId, send, busy }: PaperProps<'questionnaire'>) {
  const t = useWords(linkedPaperWords)
  const { language: own } = useLanguage()
  const [now] = useState(momentHere)
  const [tried, tryIt] = useState(false)
  const offered = languagesAsked(sheet)
  const language = offered.includes(own) ? own : (offered[0] ?? own)
  const occasion = occasionHere(sheet, { language, username: '', now })
  const typed = useTypedHere<{ answers: Answers }>(`${linkId}/form`, () => ({
    answers: begin(sheet, occasion),
  }))
  const { answers } = typed.value
  const { place, wrong } = fillingOf(sheet, answers, occasion)
  const submit = () => {
    tryIt(true)
    if (wrong.length === 0) send({ linkId, purpose: 'questionnaire', language, answers }, typed.forget)
  }
  return (
    <Sheet
      label={sheet.title}
      onSubmit={submit}
      actions={
        <Button type="submit" look="main" busy={busy}>
          {t('send')}
        </Button>
      }
    >
      <h2>{sheet.title}</h2>
      <p className="linked-said">{t('questionnaireLead')}</p>
      <div className="fill" lang={language}>
        <Fill
          nodes={sheet.nodes}
          place={place}
          whole={answers}
          wrong={tried ? wrong : []}
          onChange={(changed) => typed.change({ answers: changed })}
        />
      </div>
      {tried && wrong.length > 0 && (
        <Notice tone="warn">
          <p>{t('wrongCount', { count: wrong.length })}</p>
        </Notice>
      )}
    </Sheet>
  )
}
