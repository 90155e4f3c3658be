import { z } from 'zod'
import { type OwnAnswer, OwnAnswers, OwnField } from '#contract/case/own-fields.ts'
import type { OwnRecord } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'

/** What stood in the agency's own fields when a record was signed. */
export type SealedAnswers = Readonly<{
  recordId: string
  fields: readonly OwnField[]
  answers: Readonly<Record<string, OwnAnswer>>
}>

// More records of one kind than a form prints on its pages.
const most = 200

/** The sealed answers of a kind of record in a case, newest first; of one record only where it is named. */
export async function sealedAnswersOf(
  tx: Transaction,
  {
    caseId,
    record,
    recordId,
  }: Readonly<{ caseId: string; record: OwnRecord; recordId?: string | undefined }>,
): Promise<readonly SealedAnswers[]> {
  let query = tx.db
    .selectFrom('ownAnswers')
    .select(['recordId', 'answers', 'fields'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('record', '=', record)
    .where('sealedAt', 'is not', null)
    .orderBy('sealedAt', 'desc')
    .limit(most)
  if (recordId !== undefined) query = query.where('recordId', '=', recordId)
  const rows = await query.execute()
  return rows.map(({ recordId: ofRecord, answers, fields }) => ({
    recordId: ofRecord,
    answers: OwnAnswers.shape.answers.parse(answers),
    fields: z.array(OwnField).parse(fields),
  }))
}
