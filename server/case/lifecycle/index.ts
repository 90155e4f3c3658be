export { enterStage, openCase } from './lifecycle.actions.ts'
export { lookAtCase, lookToChange, saveCase } from './lifecycle.repository.ts'
export {
  type CaseFile,
  refuseIfArchived,
  refuseUnlessIn,
  refuseUnlessOpen,
  stages,
  stagesAfter,
} from './lifecycle.ts'
