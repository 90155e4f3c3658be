import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { InterviewView } from '#contract/case/interview.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { caseQuery } from '#web/case/overview/overview.api.ts'
import { roomOf } from '#web/case/overview/rooms.ts'
import { LinkButton, Notice } from '#web/ui/index.ts'
import { OutlinePanel } from '../outline/OutlinePanel.tsx'
import { InterviewDesk, useInterviewSheet } from './InterviewDesk.tsx'
import { InterviewHelp } from './InterviewHelp.tsx'
import { InterviewRecord } from './InterviewRecord.tsx'
import { interviewQuery } from './interview.api.ts'
import { interviewWords } from './interview.words.ts'
import { OtherInterviews } from './OtherInterviews.tsx'

type InterviewRoomProps = { caseId: string; interviewId: string }

/** One interview inside its case: a sheet for whoever writes it, a record for everybody else and after the signature. */
export function InterviewRoom({ caseId, interviewId }: InterviewRoomProps) {
  const t = useWords(interviewWords)
  const { data: interview } = useSuspenseQuery(interviewQuery(caseId, interviewId))
  const others = <OtherInterviews caseId={caseId} shown={interviewId} />
  if (interview.abilities.change === 'yes')
    return <InterviewWriting key={interviewId} interview={interview} others={others} />
  return (
    <CaseFrame caseId={caseId} title={t('title')} nextStep={<ToAssessment caseId={caseId} />} aside={others}>
      {interview.state === 'draft' && <Notice>{t('notYours')}</Notice>}
      <InterviewRecord interview={interview} />
    </CaseFrame>
  )
}

/** The sheet with its outline and hints beside it; on a phone they stand before it, folded. */
function InterviewWriting({ interview, others }: { interview: InterviewView; others: ReactNode }) {
  const t = useWords(interviewWords)
  const sheet = useInterviewSheet(interview)
  const help = (
    <InterviewHelp outline={<OutlinePanel interviewId={interview.id} sheet={sheet} />} after={others} />
  )
  return (
    <CaseFrame caseId={interview.caseId} title={t('title')} aside={help} asideFirst>
      <InterviewDesk interview={interview} sheet={sheet} />
    </CaseFrame>
  )
}

/** Once an interview is signed, the assessment comes next. */
function ToAssessment({ caseId }: { caseId: string }) {
  const t = useWords(interviewWords)
  const { data: caseView } = useSuspenseQuery(caseQuery(caseId))
  if (caseView.stage !== 'assessment') return null
  return (
    <LinkButton to={roomOf(caseId, 'assessment')} look="main">
      {t('toAssessment')}
    </LinkButton>
  )
}
