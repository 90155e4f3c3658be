import '#web/case/assessment/assessment.css'
import { linesOf } from '#contract/case/assessment-lines.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { correctionsOf, type LineAnswer, linesLeft } from '#web/case/assessment/client-answer.ts'
import { clientViewWords } from '#web/case/assessment/client-view.words.ts'
import { PlainAssessment } from '#web/case/assessment/PlainAssessment.tsx'
import { Button, CheckField, LongTextField, Sheet } from '#web/ui/index.ts'
import { linkedPaperWords } from './linked-paper.words.ts'
import type { PaperProps } from './paper.ts'
import { useTypedHere } from './useTypedHere.ts'

type Typed = { lines: Readonly<Record<string, LineAnswer>>; disagrees: boolean; text: string }

/** The assessment, line by line: right, or how it should read; or that one does not agree, and why. */
export function ConfirmPaper({ paper, linkId, send, busy }: PaperProps<'confirmation'>) {
  const t = useWords(linkedPaperWords)
  const say = useWords(clientViewWords)
  const { language } = useLanguage()
  const typed = useTypedHere<Typed>(`${linkId}/form`, () => ({ lines: {}, disagrees: false, text: '' }))
  const { value, change } = typed
  const { lines, disagrees, text } = value
  const left = linesLeft(value, linesOf(paper.sheet))
  const corrections = disagrees ? [] : correctionsOf(value)
  const view = disagrees ? 'not-confirmed' : corrections.length > 0 ? 'corrected' : 'confirmed'
  const isWhole = disagrees ? text.trim() !== '' : left === 0
  return (
    <Sheet
      label={say('sheetTitle')}
      onSubmit={() =>
        send({ linkId, purpose: 'confirmation', view, text, language, corrections }, typed.forget)
      }
      actions={
        <Button type="submit" look="main" busy={busy} disabled={!isWhole}>
          {t('send')}
        </Button>
      }
    >
      <p className="linked-said">{t('confirmLead')}</p>
      <PlainAssessment
        clientName={paper.clientName}
        sheet={paper.sheet}
        {...(disagrees
          ? {}
          : {
              answering: {
                lines,
                say: (line: string, said: LineAnswer) => change({ lines: { ...lines, [line]: said } }),
              },
            })}
      />
      <CheckField
        label={t('disagree')}
        value={disagrees}
        onChange={(chosen) => change({ disagrees: chosen })}
      />
      <LongTextField
        id="text"
        label={t(disagrees ? 'why' : 'remark')}
        required={disagrees}
        rows={3}
        value={text}
        onChange={(said) => change({ text: said })}
      />
      {!disagrees && <output>{left > 0 ? say('linesLeft', { count: left }) : say('allRead')}</output>}
    </Sheet>
  )
}
