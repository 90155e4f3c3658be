import { z } from 'zod'
import { type OwnAnswer, OwnAnswers, OwnField } from '#contract/case/own-fields.ts'
import { type OwnRecord, ownRecord } from '#contract/settings/index.ts'
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

/** The sealed answers of the newest record of each kind, of many cases at once, by the case. */
export async function newestSealedAnswers(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NewestAnswers[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('ownAnswers')
    .distinctOn(['caseId', 'record'])
    .select(['caseId', 'record', 'recordId', 'answers', 'fields'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', 'in', [...caseIds])
    .where('sealedAt', 'is not', null)
    .orderBy('caseId')
    .orderBy('record')
    .orderBy('sealedAt', 'desc')
    .orderBy('recordId')
    .execute()
  const byCase = new Map<string, NewestAnswers[]>()
  for (const { caseId, record, recordId, answers, fields } of rows)
    byCase.set(caseId, [
      ...(byCase.get(caseId) ?? []),
      {
        record: ownRecord.parse(record),
        recordId,
        answers: OwnAnswers.shape.answers.parse(answers),
        fields: z.array(OwnField).parse(fields),
      },
    ])
  return byCase
}

/** The same with the kind of record in which it stands. */
export type NewestAnswers = SealedAnswers & Readonly<{ record: OwnRecord }>
