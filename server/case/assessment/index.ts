export type { Assessment } from './assessment.ts'
export {
  latestConfirmedAssessment,
  latestSignedAssessment,
  lookAtAssessment,
} from './assessment.repository.ts'
