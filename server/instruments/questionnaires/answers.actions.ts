import type { AnswerQuestionnaire } from '#contract/questionnaires/answered.ts'
import { calledHere, type Occasion, type Questionnaire } from '#contract/questionnaires/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { lookAtCase, refuseIfArchived } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { clockOf, dayOf } from '#server/kernel/days.ts'
import { insertAnswers, lookAtEdition } from './answers.repository.ts'
import { refuseUnlessDay, refuseUnlessInUse, settledOrRefused } from './questionnaires.ts'

/**
 * Writes down what was answered to a questionnaire in a case, settled and checked by the rules of the screen.
 * `asked`: the client was asked while it was in use, so that it counts although it was taken out of use since.
 */
export async function answerQuestionnaire(
  tx: Transaction,
  caseId: string,
  given: AnswerQuestionnaire,
  asked: 'now' | 'before' = 'now',
) {
  const caseFile = await lookAtCase(tx, caseId) // 404
  permit(tx.actor, 'questionnaire.answer', { team: caseFile.team }) // 403
  refuseIfArchived(caseFile) // 409
  const edition = await lookAtEdition(tx, given.questionnaireId, given.questionnaireVersion) // 422
  if (asked === 'now') refuseUnlessInUse(edition) // 409
  refuseUnlessDay(given, dayOf(tx.now)) // 422
  const settled = settledOrRefused(edition.sheet, given.answers, occasionOf(tx, edition.sheet, given)) // 422
  await insertAnswers(tx, caseId, given, settled) // 409
  await tellStory(tx, { caseId }, 'questionnaire-answered', { title: edition.sheet.title })
}

const noon = '12:00'

/** When it was answered: now, or at noon of the day on which the paper was filled in. */
export function occasionOf(
  tx: Transaction,
  sheet: Questionnaire,
  { answeredOn, language }: Pick<AnswerQuestionnaire, 'answeredOn' | 'language'>,
): Occasion {
  const { day, time } = clockOf(tx.now)
  return {
    now: `${answeredOn}T${answeredOn === day ? time : noon}:00`,
    username: tx.actor.name,
    language: calledHere(sheet, language),
    newId: tx.newId,
    chance: Math.random,
  }
}
