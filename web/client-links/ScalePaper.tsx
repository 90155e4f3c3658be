import '#web/instruments/scales.css'
import type { InstrumentAnswers } from '#contract/instruments.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { ScaleItems } from '#web/instruments/ScaleItems.tsx'
import { ScaleSource } from '#web/instruments/ScaleSource.tsx'
import { inWords, languagesOf } from '#web/instruments/wording.ts'
import { Button, Sheet } from '#web/ui/index.ts'
import { linkedPaperWords } from './linked-paper.words.ts'
import type { PaperProps } from './paper.ts'
import { useTypedHere } from './useTypedHere.ts'

/** A scale as whoever answers it alone sees it: instruction, items, whose it is; never a score. */
export function ScalePaper({ paper: { instrument }, linkId, send, busy }: PaperProps<'scale'>) {
  const t = useWords(linkedPaperWords)
  const { language: own } = useLanguage()
  const offered = languagesOf(instrument)
  const language = offered.includes(own) ? own : (offered[0] ?? own)
  const typed = useTypedHere<{ answers: InstrumentAnswers }>(`${linkId}/form`, () => ({ answers: {} }))
  const { answers } = typed.value
  const left = instrument.items.filter(
    ({ id, kind, optional }) => kind !== 'text' && !optional && answers[id] === undefined,
  ).length
  return (
    <Sheet
      label={inWords(instrument.titles, language)}
      onSubmit={() => send({ linkId, purpose: 'scale', language, answers }, typed.forget)}
      actions={
        <Button type="submit" look="main" busy={busy} disabled={Object.keys(answers).length === 0}>
          {t('send')}
        </Button>
      }
    >
      <h2>{inWords(instrument.titles, language)}</h2>
      <p className="linked-said">{t('scaleLead')}</p>
      <p className="scale-instruction">{inWords(instrument.instruction, language)}</p>
      <ScaleItems
        instrument={instrument}
        language={language}
        answers={answers}
        onChange={(changed) => typed.change({ answers: changed })}
      />
      {left > 0 && <output>{t('leftItems', { count: left })}</output>}
      <ScaleSource instrument={instrument} language={language} />
    </Sheet>
  )
}
