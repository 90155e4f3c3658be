import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutlineView } from '#contract/case/interview-outlines.ts'
import type { InterviewSheet } from '#contract/case/interview.ts'
import { Language } from '#contract/language.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { languageNames } from '#web/app/language.ts'
import { Link } from '#web/app/navigation.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import type { DraftSheet } from '#web/app/useDraftSheet.ts'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ChoiceField, TextField } from '#web/ui/index.ts'
import { inLanguage, prepareWith } from './asking.ts'
import { outlinesQuery } from './outline.api.ts'
import { outlineWords } from './outline.words.ts'
import { QuestionLine } from './QuestionLine.tsx'

const noQuestion = () => ({ text: '' })

type OfSheet = { sheet: DraftSheet<InterviewSheet> }

/** The outline beside the record: chosen when it is prepared, ticked and answered while one talks or writes. */
export function OutlinePanel({ interviewId, sheet }: OfSheet & { interviewId: string }) {
  const t = useWords(outlineWords)
  const { outlineTitle, outlineAnswers } = sheet.value
  const { data } = useSuspenseQuery(outlinesQuery())
  const inUse = data.rows.filter(({ retired }) => !retired)
  const asked = outlineAnswers.filter((one) => one.asked).length
  const set = sheet.set('outlineAnswers')
  return (
    <div className="outline-panel">
      {outlineTitle !== '' && <p className="outline-title">{outlineTitle}</p>}
      {outlineAnswers.length > 0 && (
        <>
          <p aria-live="polite">{t('progress', { asked, all: outlineAnswers.length })}</p>
          <ol className="outline-questions">
            {outlineAnswers.map((line) => (
              <QuestionLine
                key={line.id}
                line={line}
                change={(part) =>
                  set(outlineAnswers.map((one) => (one.id === line.id ? { ...one, ...part } : one)))
                }
                remove={() => set(outlineAnswers.filter(({ id }) => id !== line.id))}
              />
            ))}
          </ol>
        </>
      )}
      <OwnQuestion
        interviewId={interviewId}
        add={(question) =>
          set([...outlineAnswers, { id: crypto.randomUUID(), question, asked: false, answer: '' }])
        }
      />
      <details open={outlineAnswers.length === 0}>
        <summary>{t(outlineAnswers.length === 0 ? 'choose' : 'chooseOther')}</summary>
        <ChooseOutline sheet={sheet} outlines={inUse} />
      </details>
      <p>
        <Link to="/interview-outlines">{t('all')}</Link>
      </p>
    </div>
  )
}

function ChooseOutline({ sheet, outlines }: OfSheet & { outlines: readonly OutlineView[] }) {
  const t = useWords(outlineWords)
  const { language: spoken } = useLanguage()
  const [language, setLanguage] = useState<Language>(spoken)
  const [chosen, choose] = useState<string | null>(null)
  const outline = outlines.find(({ id }) => id === chosen)
  const use = (picked: OutlineView) => {
    const fromOutlines = new Set(outlines.flatMap((each) => each.sheet.questions.map(({ id }) => id)))
    const own = new Set(sheet.value.outlineAnswers.map(({ id }) => id).filter((id) => !fromOutlines.has(id)))
    const prepared = prepareWith(sheet.value, picked, { language, own })
    for (const key of ['outlineId', 'outlineVersion', 'outlineTitle', 'outlineAnswers'] as const)
      sheet.set(key)(prepared[key])
  }
  return (
    <div className="outline-choice">
      <ChoiceField
        label={t('outline')}
        shape="list"
        choices={outlines.map(({ id, sheet: { title } }) => ({
          value: id,
          label: inLanguage(title, spoken),
        }))}
        value={chosen}
        onChange={choose}
      />
      <ChoiceField
        label={t('language')}
        shape="list"
        choices={Language.options.map((value) => ({ value, label: languageNames[value] }))}
        value={language}
        onChange={setLanguage}
      />
      {outline && <p>{inLanguage(outline.sheet.purpose, spoken)}</p>}
      <Button disabled={!outline} onClick={() => outline && use(outline)}>
        {t('use')}
      </Button>
    </div>
  )
}

type OwnQuestionProps = { interviewId: string; add: (question: string) => void }

function OwnQuestion({ interviewId, add }: OwnQuestionProps) {
  const t = useWords(outlineWords)
  const typed = useTyped(`own-question/${interviewId}`, noQuestion)
  const { text } = typed.value
  return (
    <div className="own-question">
      <TypedBefore typed={typed} />
      <TextField label={t('ownQuestion')} value={text} onChange={(said) => typed.change({ text: said })} />
      <Button
        disabled={text.trim() === ''}
        onClick={() => {
          add(text)
          typed.beginAnew()
        }}
      >
        {t('addQuestion')}
      </Button>
    </div>
  )
}
