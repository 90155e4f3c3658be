import { Questionnaire } from '#contract/questionnaires/index.ts'
import {
  ImportReport,
  type PublishedQuestionnaire,
  type QuestionnaireLine,
  type QuestionnairePage,
  type QuestionnaireQuery,
  type QuestionnaireView,
} from '#contract/questionnaires/kept.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import {
  editionRow,
  editionRows,
  type QuestionnaireRow,
  questionnaireRow,
  questionnaireRows,
} from './questionnaires.queries.ts'

/** The questionnaires of the agency, and whether this reader may draw one up. */
export async function viewQuestionnaires(
  tx: Transaction,
  query: QuestionnaireQuery,
): Promise<QuestionnairePage> {
  const page = await questionnaireRows(tx, query)
  return {
    next: page.next,
    rows: page.rows.map(lineOf),
    abilities: { add: abilityFor(tx.actor, 'questionnaire.write', {}, true) },
  }
}

const lineOf = ({ createdAt, ...row }: Omit<QuestionnaireRow, 'sheet' | 'report'>): QuestionnaireLine => ({
  ...row,
  createdAt: createdAt.toISOString(),
})

/** One questionnaire as it is being written, with its versions. */
export async function viewQuestionnaire(tx: Transaction, id: string): Promise<QuestionnaireView> {
  const { sheet, report, ...row } = await questionnaireRow(tx, id) // 404
  const editions = await editionRows(tx, id)
  const { actor } = tx
  return {
    ...lineOf(row),
    sheet: Questionnaire.parse(sheet),
    report: ImportReport.nullable().parse(report),
    editions: editions.map(({ number, publishedAt, byId, byName }) => ({
      number,
      by: { id: byId, name: byName },
      at: publishedAt.toISOString(),
    })),
    abilities: {
      change: abilityFor(actor, 'questionnaire.write', {}, true),
      publish: abilityFor(actor, 'questionnaire.write', {}, row.unpublished && !row.retired),
      export: abilityFor(actor, 'questionnaire.export', {}, row.published > 0),
    },
  }
}

/** One published version, as it is answered (404 where there is none). */
export async function viewEdition(
  tx: Transaction,
  id: string,
  number: number,
): Promise<PublishedQuestionnaire> {
  const row = await editionRow(tx, id, number)
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'questionnaire', id })
  const current = row.published === number && !row.retired
  return { id, number, sheet: Questionnaire.parse(row.sheet), current }
}
