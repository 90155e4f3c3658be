import './assessment.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { assessmentQuery } from './assessment.api.ts'
import { DraftAssessment } from './DraftAssessment.tsx'
import { SignedAssessment } from './SignedAssessment.tsx'

/** One assessment: as a sheet for whoever writes it, else to read. */
export function AssessmentShown({ caseId, assessmentId }: { caseId: string; assessmentId: string }) {
  const { data: seen } = useSuspenseQuery(assessmentQuery(caseId, assessmentId))
  const view = seen.value
  if (view.state === 'draft' && view.abilities.change === 'yes')
    return <DraftAssessment key={view.id} view={view} />
  return <SignedAssessment key={view.id} view={view} />
}
