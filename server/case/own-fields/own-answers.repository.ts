import { sql } from 'kysely'
import { z } from 'zod'
import { type OwnAnswer, OwnAnswers, OwnField } from '#contract/case/own-fields.ts'
import { type OwnRecord, ownRecord } from '#contract/settings/index.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** A record of a case, as far as the agency's own fields are concerned. */
export type RecordFound = Readonly<{ record: OwnRecord; recordId: string; isDraft: boolean }>

/** Which record of the case this is, and whether it is still written; none of this case is absent (404). */
export async function lookAtRecord(tx: Transaction, caseId: string, recordId: string): Promise<RecordFound> {
  const here = sql`where agency_id = ${tx.actor.agencyId} and case_id = ${caseId} and id = ${recordId}`
  const { rows } = await sql<{ record: string; state: string }>`
    select 'interview' as record, state from interviews ${here}
    union all select 'assessment', state from assessments ${here}
    union all select 'plan', state from plans ${here}
    union all select 'process-record', state from process_records ${here}
    union all select 'evaluation', state from evaluations ${here}
    union all select 'closing', state from closings ${here}`.execute(tx.db)
  const [found] = rows
  if (!found) throw new Refusal('not-found')
  return {
    record: ownRecord.parse(found.record),
    recordId,
    isDraft: ['draft', 'returned'].includes(found.state),
  }
}

/** What stands in the agency's own fields of a record. */
export type Kept = Readonly<{
  answers: Readonly<Record<string, OwnAnswer>>
  /** The fields as they were when the record was signed; null before. */
  fields: readonly OwnField[] | null
  version: number
}>

/** What stands beside a record; nothing yet is version 0. */
export async function answersOf(tx: Transaction, recordId: string): Promise<Kept> {
  const row = await tx.db
    .selectFrom('ownAnswers')
    .select(['answers', 'fields', 'sealedAt', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('recordId', '=', recordId)
    .executeTakeFirst()
  if (!row) return { answers: {}, fields: null, version: 0 }
  return {
    answers: OwnAnswers.shape.answers.parse(row.answers),
    fields: row.sealedAt === null ? null : z.array(OwnField).parse(row.fields),
    version: row.version,
  }
}

type Place = Readonly<{ caseId: string; record: OwnRecord; recordId: string }>
type Saved = Pick<Kept, 'answers' | 'fields'>

/** Keeps the answers against the version that was seen (412). */
export async function saveAnswers(tx: Transaction, place: Place, { version, ...kept }: Kept) {
  refuseIfStale(tx, version)
  await writeAnswers(tx, place, kept)
}

/** Writes the answers; with fields, they are sealed. */
export async function writeAnswers(tx: Transaction, { caseId, record, recordId }: Place, kept: Saved) {
  const { agencyId, workerId } = tx.actor
  const written = {
    answers: JSON.stringify(kept.answers),
    fields: JSON.stringify(kept.fields ?? []),
    sealedAt: kept.fields && tx.now,
    writtenBy: workerId,
    writtenAt: tx.now,
  }
  await tx.db
    .insertInto('ownAnswers')
    .values({ agencyId, caseId, record, recordId, ...written })
    .onConflict((conflict) =>
      conflict
        .columns(['agencyId', 'recordId'])
        .doUpdateSet({ ...written, version: sql`own_answers.version + 1` }),
    )
    .execute()
}
