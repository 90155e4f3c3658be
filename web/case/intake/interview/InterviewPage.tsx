import '../intake.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, EmptyState } from '#web/ui/index.ts'
import { InterviewRoom } from './InterviewRoom.tsx'
import { interviewsQuery } from './interview.api.ts'
import { interviewWords } from './interview.words.ts'
import { useOpening } from './useOpening.ts'

/** The intake interview of a case: the one that is being written, else the newest, else the way to begin. */
export function InterviewPage() {
  const caseId = useRouteParam('caseId')
  const { data: list } = useSuspenseQuery(interviewsQuery(caseId))
  const shown = list.rows.find(({ state }) => state === 'draft') ?? list.rows[0]
  return shown ? <InterviewRoom caseId={caseId} interviewId={shown.id} /> : <NoInterview caseId={caseId} />
}

/** One interview of a case, by its own address. */
export function OneInterviewPage() {
  return <InterviewRoom caseId={useRouteParam('caseId')} interviewId={useRouteParam('interviewId')} />
}

function NoInterview({ caseId }: { caseId: string }) {
  const t = useWords(interviewWords)
  const { data: list } = useSuspenseQuery(interviewsQuery(caseId))
  const opening = useOpening(caseId)
  const begin = (
    <ActionButton
      ability={list.abilities.open}
      look="main"
      busy={opening.isPending}
      onClick={() => opening.mutate()}
    >
      {t('begin')}
    </ActionButton>
  )
  return (
    <CaseFrame caseId={caseId} title={t('title')}>
      <RefusalNote error={opening.error} />
      <EmptyState title={t('none')} action={begin}>
        {t('noneLead')}
      </EmptyState>
    </CaseFrame>
  )
}
