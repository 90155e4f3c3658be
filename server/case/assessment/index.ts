export { giveClientView } from './assessment.actions.ts'
export { awaitedOf } from './awaited.queries.ts'
export { masksIn } from './masking.queries.ts'
export { viewGiversOf } from './assessment.queries.ts'
export {
  latestConfirmedAssessment,
  latestSignedAssessment,
  lookAtAssessment,
} from './assessment.repository.ts'
export { type Assessment, refuseUnlessMaySpeak, refuseUnlessViewWhole } from './assessment.ts'
