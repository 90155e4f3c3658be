export { ownAnswerText } from './own-answer-text.ts'
export {
  type NewestAnswers,
  newestSealedAnswers,
  type SealedAnswers,
  sealedAnswersOf,
} from './own-answers.queries.ts'
export { refuseUnlessAnswered, sealOwnFields } from './own-fields.actions.ts'
