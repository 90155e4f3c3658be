import { type Selectable, sql } from 'kysely'
import { ProcessRecordSheet, ProcessRecordState } from '#contract/case/delivery.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { ProcessRecord } from './process-record.ts'

type RecordRow = Selectable<Tables['processRecords']>

/** Opens an empty record under the next number of its case. The case must be locked, so no number is given twice. */
export function insertRecord(tx: Transaction, caseId: string, id: string) {
  const { agencyId, workerId: authorId } = tx.actor
  const ordinal = sql<number>`(select coalesce(max(ordinal), 0) + 1 from process_records where agency_id = ${agencyId} and case_id = ${caseId})`
  tx.atLast(
    tx.db
      .insertInto('processRecords')
      .values({ agencyId, id, caseId, ordinal, authorId, createdAt: tx.now })
      .execute(),
  )
  tx.saw({ kind: 'process-record', id, caseId })
}

/** Looks at one record of a case and locks it; out of sight, or of another case, is the same as absent (404). */
export async function lookAtRecord(tx: Transaction, caseId: string, id: string): Promise<ProcessRecord> {
  const row = await tx.db
    .selectFrom('processRecords')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'process-record', id, caseId })
  return recordFrom(row)
}

function recordFrom(row: RecordRow): ProcessRecord {
  const { id, caseId, ordinal, state, authorId, version } = row
  return {
    id,
    caseId,
    ordinal,
    state: ProcessRecordState.parse(state),
    authorId,
    sheet: sheetFrom(row),
    version,
  }
}

function sheetFrom(row: RecordRow) {
  const fields = Object.entries({ ...row, ...momentsOf(row) }).filter(
    ([key]) => key in ProcessRecordSheet.shape,
  )
  return ProcessRecordSheet.parse(Object.fromEntries(fields))
}

const momentsOf = ({ heldFrom, heldUntil, nextAt }: RecordRow) => ({
  heldFrom: heldFrom?.toISOString() ?? null,
  heldUntil: heldUntil?.toISOString() ?? null,
  nextAt: nextAt?.toISOString() ?? null,
})

const moment = (iso: string | null) => (iso === null ? null : new Date(iso))

/** Keeps the sheet of a draft as it stands; somebody quicker is 412. */
export const saveRecordSheet = (tx: Transaction, record: ProcessRecord, sheet: ProcessRecordSheet) =>
  saveRecord(tx, record, {
    ...sheet,
    heldFrom: moment(sheet.heldFrom),
    heldUntil: moment(sheet.heldUntil),
    nextAt: moment(sheet.nextAt),
  })

type Changes = Partial<
  Omit<RecordRow, 'id' | 'agencyId' | 'caseId' | 'ordinal' | 'authorId' | 'createdAt' | 'version'>
>

/** Saves changes against the version that was seen; somebody quicker is 412. */
export async function saveRecord(tx: Transaction, { id, version }: ProcessRecord, changes: Changes) {
  refuseIfStale(tx, version)
  tx.atLast(
    tx.db
      .updateTable('processRecords')
      .set({ ...changes, version: version + 1 })
      .where('agencyId', '=', tx.actor.agencyId)
      .where('id', '=', id)
      .execute(),
  )
}

/** When the client was last met by what is signed, or null. */
export async function lastMeeting(tx: Transaction, caseId: string): Promise<Date | null> {
  const { last } = await tx.db
    .selectFrom('processRecords')
    .select((eb) => eb.fn.max('heldFrom').as('last'))
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'signed')
    .where('clientSeen', '=', true)
    .executeTakeFirstOrThrow()
  return last
}

/** Those of the goals that are goals of this case; others cannot be worked on in it. */
export async function goalsOfCase(
  tx: Transaction,
  caseId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('goals')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}
