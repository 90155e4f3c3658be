export * from './questionnaire.ts'
export { circleShown, circlesIn } from './circles.ts'
export { columnsIn, namesIn, problemOf } from './expression/evaluate.ts'
export { ExpressionProblem } from './expression/tokens.ts'
export {
  type AnswerProblem,
  answerProblems,
  choicesHere,
  isReadOnly,
  isRequired,
  said,
  strangeNames,
  type Wrong,
  wrongAnswers,
} from './logic/check.ts'
export { outlineOf, questionsHere, silentTypes } from './logic/outline.ts'
export { answerText, contextAt, type Occasion, roundsIn, type Scope, wholeScope } from './logic/scope.ts'
export { begin, beginNodes, isRelevant, mostRounds, roundsWanted, settle } from './logic/settle.ts'
export { calledHere, languageMeant, languagesAsked } from './languages.ts'
export {
  type DesignProblem,
  type DesignProblemCode,
  designProblems,
  expressionsOf,
  problemsIn,
} from './problems.ts'
