export { type SealedAnswers, sealedAnswersOf } from './own-answers.queries.ts'
export { refuseUnlessAnswered, sealOwnFields } from './own-fields.actions.ts'
