import { useRouteParam } from '#web/app/navigation.tsx'
import { AssessmentShown } from './AssessmentShown.tsx'

/** One assessment by its own address: an earlier one, or the one a task leads to. */
export function OneAssessmentPage() {
  return <AssessmentShown caseId={useRouteParam('caseId')} assessmentId={useRouteParam('assessmentId')} />
}
