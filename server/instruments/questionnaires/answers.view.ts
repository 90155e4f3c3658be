import {
  AnsweredLine,
  AnsweredPage,
  type AnsweredQuery,
  AnsweredView,
} from '#contract/questionnaires/answered.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { lookAtCase, needsToKnow } from '#server/case/lifecycle/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { type AnsweredRow, answeredRow, answeredRows, answersOf } from './answers.queries.ts'

/** The questionnaires answered in a case, and whether this reader may write down another. */
export async function viewAnswered(tx: Transaction, caseId: string, query: AnsweredQuery) {
  const { team, state } = await lookAtCase(tx, caseId) // 404
  const page = await answeredRows(tx, caseId, query)
  return AnsweredPage.parse({
    rows: page.rows.map(lineOf),
    next: page.next,
    abilities: { record: abilityFor(tx.actor, 'questionnaire.answer', { team }, state !== 'archived') },
  })
}

/**
 * One set of answers, with the version that asked. What somebody says of themselves is sensitive: whoever need not know
 * it sees what was asked, when and by whom.
 */
export async function viewAnswers(tx: Transaction, caseId: string, id: string): Promise<AnsweredView> {
  const { team } = await lookAtCase(tx, caseId) // 404
  const row = await answeredRow(tx, caseId, id) // 404
  const masked = !needsToKnow(tx.actor, team)
  return AnsweredView.parse({
    ...lineOf(row),
    ...(await answersOf(tx, id)),
    ...(masked && { answers: {} }),
    masked,
  })
}

const lineOf = ({ recordedBy, recordedByName, recordedAt, ...row }: AnsweredRow) =>
  AnsweredLine.parse({
    ...row,
    recordedBy: { id: recordedBy, name: recordedByName },
    recordedAt: recordedAt.toISOString(),
    enteredLater: row.answeredOn < dayOf(recordedAt),
  })
