export {
  type Competence,
  competenceFor,
  mayAlone,
  mayCosign,
  needsCosignature,
  type SignedAct,
} from './competence.ts'
export { cosignerFor } from './cosigner.repository.ts'
