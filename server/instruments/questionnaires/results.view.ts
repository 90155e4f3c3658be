import { Answers, Questionnaire } from '#contract/questionnaires/index.ts'
import type { QuestionnaireResults, ResultsQuery } from '#contract/questionnaires/answered.ts'
import type { Language } from '#contract/language.ts'
import type { Transaction } from '#server/access/index.ts'
import { casesToKnow } from '#server/case/lifecycle/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { everyAnswer } from './answers.queries.ts'
import { editionSheets, questionnaireRow } from './questionnaires.queries.ts'
import { type Counted, isGroupable, resultsOf } from './results.ts'
import { type Edition, variablesOf } from './variables.ts'

/** Every version, all of its answers that this reader may read, and how many more are in their sight. */
export async function everythingAnswered(tx: Transaction, id: string) {
  const { title } = await questionnaireRow(tx, id) // 404
  const editions: Edition[] = (await editionSheets(tx, id)).map(({ number, sheet }) => ({
    number,
    sheet: Questionnaire.parse(sheet),
  }))
  const all = []
  let after: string | null | undefined
  while (after !== null) {
    const page = await everyAnswer(tx, id, after, rowsAtOnce)
    all.push(...page.rows.map((row) => ({ ...row, answers: Answers.parse(row.answers) })))
    after = page.next
  }
  const known = await casesToKnow(
    tx,
    all.map(({ caseId }) => caseId),
  )
  const rows = all.filter(({ caseId }) => known.has(caseId))
  tx.saw({ kind: 'questionnaire-results', id, listed: [...new Set(rows.map(({ caseId }) => caseId))] })
  return { title, editions, rows, withheld: all.length - rows.length }
}

const rowsAtOnce = 1_000

/** What the answers in this reader's sight come to, over all versions. */
export async function viewResults(
  tx: Transaction,
  id: string,
  { by, language }: ResultsQuery,
): Promise<QuestionnaireResults> {
  const { title, editions, rows, withheld } = await everythingAnswered(tx, id)
  return { title, withheld, ...resultsIn(editions, rows, { by, language }) }
}

type Looked = Readonly<{ by: string | undefined; language: Language }>

/** The results of these answers. @throws Refusal 422 where nothing can be grouped by what was named */
export function resultsIn(
  editions: readonly Edition[],
  rows: readonly Counted[],
  { by, language }: Looked,
): Omit<QuestionnaireResults, 'title' | 'withheld'> {
  const variables = variablesOf(editions, language)
  const group = variables.find((one) => one.title === by && isGroupable(one)) ?? null
  if (by !== undefined && !group) throw new Refusal('questionnaires/no-such-group')
  const inVersion = (number: number) => rows.filter((row) => row.questionnaireVersion === number).length
  return {
    answers: rows.length,
    cases: new Set(rows.map(({ caseId }) => caseId)).size,
    versions: editions.map(({ number }) => ({ number, answers: inVersion(number) })),
    ...resultsOf(variables, rows, group),
  }
}
