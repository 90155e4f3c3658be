import { useEffect, useRef, useState } from 'react'
import type { AssessmentView } from '#contract/case/assessment.ts'
import { linesOf } from '#contract/case/assessment-lines.ts'
import type { Language } from '#contract/language.ts'
import { ProofForm } from '#web/access/useProof.tsx'
import { InLanguage, useWords } from '#web/app/LanguageContext.tsx'
import type { Typed } from '#web/app/useTyped.ts'
import { Button } from '#web/ui/index.ts'
import { type Answer, linesLeft, viewOfLines } from './client-answer.ts'
import { clientViewWords } from './client-view.words.ts'
import { PlainAssessment } from './PlainAssessment.tsx'

type HandedOverProps = { view: AssessmentView; typed: Typed<Answer>; language: Language }

/**
 * The device in the client's hands: nothing but the assessment, line by line, in their language. Everything behind it
 * is out of reach until the worker says who they are; a reload comes back here.
 */
export function HandedOver({ view, typed, language }: HandedOverProps) {
  const box = useRef<HTMLDialogElement>(null)
  const [returning, setReturning] = useState(false)
  useEffect(() => {
    const shown = box.current
    if (!shown?.open) shown?.showModal()
    return () => shown?.close()
  }, [])
  const { value: answer, change } = typed
  const back = () => change({ handed: false, view: viewOfLines(answer, linesOf(view.sheet)) })
  return (
    <dialog
      ref={box}
      className="reading-handed"
      aria-labelledby="reading-handed-title"
      // A browser lets a second Escape through: what was closed that way opens again.
      onCancel={(cancel) => cancel.preventDefault()}
      onClose={() => box.current?.showModal()}
    >
      <InLanguage language={language}>
        <Reading view={view} typed={typed} onDone={() => setReturning(true)} />
      </InLanguage>
      {returning && <Returning back={back} goOn={() => setReturning(false)} />}
    </dialog>
  )
}

type ReadingProps = { view: AssessmentView; typed: Typed<Answer>; onDone: () => void }

function Reading({ view, typed: { value: answer, change }, onDone }: ReadingProps) {
  const t = useWords(clientViewWords)
  const left = linesLeft(answer, linesOf(view.sheet))
  return (
    <>
      <h1 id="reading-handed-title">{t('handed')}</h1>
      <p>{t('handedLead')}</p>
      <PlainAssessment
        clientName={view.case.client.name}
        sheet={view.sheet}
        answering={{
          lines: answer.lines,
          say: (line, said) => change({ lines: { ...answer.lines, [line]: said } }),
        }}
      />
      <output>{left > 0 ? t('linesLeft', { count: left }) : t('allRead')}</output>
      <div className="page-actions">
        <Button look="main" onClick={onDone}>
          {t('giveBack')}
        </Button>
      </div>
    </>
  )
}

function Returning({ back, goOn }: { back: () => void; goOn: () => void }) {
  const t = useWords(clientViewWords)
  return (
    <section className="reading-return">
      <p>{t('returnLead')}</p>
      <ProofForm proved={back} />
      <Button look="quiet" onClick={goOn}>
        {t('goOn')}
      </Button>
    </section>
  )
}
