import { useQuery } from '@tanstack/react-query'
import type { InterviewView } from '#contract/case/interview.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Button, SidePanel } from '#web/ui/index.ts'
import { latestInterviewQuery } from './assessment.api.ts'
import { sheetWords } from './sheet.words.ts'

type InterviewPanelProps = {
  caseId: string
  /** What already stands in the client's words; a text found in it was copied before. */
  presenting: string
  take: (text: string) => void
}

/** What the intake interview already recorded, beside the sheet, so that nothing is typed twice. */
export function InterviewPanel({ caseId, presenting, take }: InterviewPanelProps) {
  const t = useWords(sheetWords)
  const { data: interview } = useQuery(latestInterviewQuery(caseId))
  if (interview === undefined) return null
  return (
    <SidePanel title={t('interview')}>
      {interview ? (
        <Recorded interview={interview} presenting={presenting} take={take} />
      ) : (
        <p>{t('noInterview')}</p>
      )}
    </SidePanel>
  )
}

type RecordedProps = Omit<InterviewPanelProps, 'caseId'> & { interview: InterviewView }

function Recorded({ interview, presenting, take }: RecordedProps) {
  const t = useWords(sheetWords)
  const formats = useFormats()
  const { heldFrom, reasonsForHelp, purpose, expectations } = interview.sheet
  const texts = [
    [t('reasonsForHelp'), reasonsForHelp],
    [t('purpose'), purpose],
    [t('expectations'), expectations],
  ] as const
  return (
    <>
      {heldFrom && <p>{t('interviewOn', { when: formats.moment(heldFrom) })}</p>}
      {interview.state === 'draft' && <p>{t('interviewDraft')}</p>}
      {texts
        .filter(([, text]) => text.trim() !== '')
        .map(([label, text]) => (
          <div key={label} className="assessment-quote">
            <h3>{label}</h3>
            <p dir="auto">{text}</p>
            {presenting.includes(text) ? (
              <p className="field-hint">{t('taken')}</p>
            ) : (
              <Button look="quiet" onClick={() => take(text)}>
                {t('take')}
              </Button>
            )}
          </div>
        ))}
    </>
  )
}
