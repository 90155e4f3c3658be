export { enterStage, openCase } from './lifecycle.actions.ts'
export { applyRules } from './own-rules.actions.ts'
export { lookAtOwnWork } from './own-rules.queries.ts'
export { type Answers } from './own-rules.ts'
export {
  casesToKnow,
  isRecordMasked,
  isUnder14,
  maskedRecords,
  needsToKnowPerson,
} from './need-to-know.queries.ts'
export { mayReadWhole, needsToKnow, type SignedBeside } from './need-to-know.ts'
export { openInInterview, openInRecord, toldTo, untold, untoldInterview, untoldRecord } from './told.ts'
export { lookAtCase, lookToChange, saveCase } from './lifecycle.repository.ts'
export {
  type CaseFile,
  isAtOrJustAfter,
  nextStageOf,
  refuseIfArchived,
  refuseUnlessIn,
  refuseUnlessOpen,
  stages,
} from './lifecycle.ts'
