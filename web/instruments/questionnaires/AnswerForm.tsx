import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { scaleWay } from '#contract/codes/index.ts'
import { type Answers, begin, languagesAsked, type Questionnaire } from '#contract/questionnaires/index.ts'
import type { Language } from '#contract/language.ts'
import { useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { languageNames } from '#web/app/language.ts'
import { useMe } from '#web/app/MeContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, DateField, Section, todayHere } from '#web/ui/index.ts'
import { answeringWords } from './answering.words.ts'
import { FillForm } from './FillForm.tsx'
import { momentHere, occasionHere } from './filling.ts'
import { answerQuestionnaire, editionQuery, useAfterQuestionnaire } from './questionnaires.api.ts'

type AnswerFormProps = { caseId: string; id: string; number: number; onDone: () => void }
type Written = { id: string; way: 'screen' | 'paper'; language: Language; answeredOn: string; typed: Answers }

/** One questionnaire, answered together or entered from paper; only what applies is asked. */
export function AnswerForm({ caseId, id, number, onDone }: AnswerFormProps) {
  const t = useWords(answeringWords)
  const { language } = useLanguage()
  const { sheet } = useSuspenseQuery(editionQuery(id, number)).data
  const [now] = useState(momentHere)
  const after = useAfterQuestionnaire()
  const offered = languagesAsked(sheet)
  const first = offered.includes(language) ? language : (offered[0] ?? language)
  const typed = useWritten({ caseId, id, number, sheet, first, now })
  const { value: written, change } = typed
  const occasion = useOccasion(sheet, written, now)
  const saving = useMutation({
    mutationFn: (answers: Answers) => {
      const { typed: _, ...rest } = written
      return answerQuestionnaire(caseId, {
        ...rest,
        questionnaireId: id,
        questionnaireVersion: number,
        answers,
      })
    },
    onSuccess: async () => {
      typed.forget()
      await after()
      onDone()
    },
  })
  return (
    <Section title={sheet.title}>
      <FillForm
        // What is begun anew has another id: it is another form.
        key={written.id}
        sheet={sheet}
        occasion={occasion}
        language={written.language}
        start={written.typed}
        onTyped={(answers) => change({ typed: answers })}
        onWhole={(answers) => saving.mutate(answers)}
        sayWrong={(count) => t('wrongCount', { count })}
        head={
          <>
            <TypedBefore typed={typed} />
            <HowAnswered written={written} languages={offered} change={change} />
          </>
        }
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
        <RefusalNote error={saving.error} />
      </FillForm>
    </Section>
  )
}

type Beginning = Omit<AnswerFormProps, 'onDone'> &
  Readonly<{ sheet: Questionnaire; first: Language; now: string }>

/** What is written so far: it begins with what the questionnaire itself says. */
function useWritten({ caseId, id, number, sheet, first, now }: Beginning) {
  const { worker } = useMe()
  return useTyped<Written>(`questionnaire/${caseId}/${id}/${number}`, () => ({
    id: crypto.randomUUID(),
    way: 'screen',
    language: first,
    answeredOn: todayHere(),
    typed: begin(sheet, occasionHere(sheet, { language: first, username: worker.name, now })),
  }))
}

/** The occasion of the answers: now, or noon on the day on which the paper was filled in. */
function useOccasion(sheet: Questionnaire, { language, answeredOn }: Written, now: string) {
  const { worker } = useMe()
  const moment = answeredOn === todayHere() ? now : `${answeredOn}T12:00:00`
  return occasionHere(sheet, { language, username: worker.name, now: moment })
}

type HowProps = {
  written: Written
  languages: readonly Language[]
  change: (part: Partial<Written>) => void
}

function HowAnswered({ written, languages, change }: HowProps) {
  const t = useWords(answeringWords)
  const label = useLabel()
  return (
    <div className="questionnaire-how">
      <ChoiceField
        label={t('way')}
        choices={(['screen', 'paper'] as const).map((value) => ({ value, label: label(scaleWay, value) }))}
        value={written.way}
        onChange={(way) => change({ way })}
      />
      <ChoiceField
        label={t('language')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={written.language}
        onChange={(language) => change({ language })}
      />
      <DateField
        label={t('answeredOn')}
        value={written.answeredOn}
        max={todayHere()}
        onChange={(day) => change({ answeredOn: day ?? todayHere() })}
      />
    </div>
  )
}
