import type { AnswerQuestionnaire } from '#contract/questionnaires/answered.ts'
import { type Answers, Questionnaire } from '#contract/questionnaires/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { editionRow } from './questionnaires.queries.ts'

/** The version that was answered (422 where the agency has none such). */
export async function lookAtEdition(tx: Transaction, id: string, number: number) {
  const row = await editionRow(tx, id, number)
  if (!row) throw new Refusal('questionnaires/no-such-version')
  return { sheet: Questionnaire.parse(row.sheet), retired: row.retired }
}

/** Writes down what was answered, as it counts. */
export async function insertAnswers(
  tx: Transaction,
  caseId: string,
  given: AnswerQuestionnaire,
  settled: Answers,
) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('questionnaireAnswers')
    .values({
      ...given,
      agencyId,
      caseId,
      answers: JSON.stringify(settled),
      recordedBy: workerId,
      recordedAt: tx.now,
    })
    .execute()
  tx.saw({ kind: 'questionnaire-answers', id: given.id, caseId })
}
