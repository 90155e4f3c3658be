import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { Ability } from '#contract/access.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { EmptyState } from '#web/ui/index.ts'
import { assessmentsQuery } from './assessment.api.ts'
import { AssessmentShown } from './AssessmentShown.tsx'
import { assessmentWords } from './assessment.words.ts'
import { BeginAssessment } from './BeginAssessment.tsx'

/** The assessment stage of a case: the draft under way, else the latest assessment, else how to begin. */
export function AssessmentPage() {
  const caseId = useRouteParam('caseId')
  const { data } = useSuspenseInfiniteQuery(assessmentsQuery(caseId))
  const [first] = data.pages
  const newest = first?.rows[0]
  if (newest) return <AssessmentShown caseId={caseId} assessmentId={newest.id} />
  return <NoAssessment caseId={caseId} open={first?.abilities.open ?? 'not-now'} />
}

function NoAssessment({ caseId, open }: { caseId: string; open: Ability }) {
  const t = useWords(assessmentWords)
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      <EmptyState title={t('beginTitle')}>
        <p>{open === 'not-now' ? t('notYet') : t('beginLead')}</p>
      </EmptyState>
      {open === 'yes' && <BeginAssessment caseId={caseId} />}
    </CaseFrame>
  )
}
