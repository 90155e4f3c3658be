import type { Selectable, Updateable } from 'kysely'
import { InterviewSheet, InterviewState } from '#contract/case/interview.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Interview } from './interview.ts'

type InterviewRow = Selectable<Tables['interviews']>

/** Opens an empty record; whoever opens it is its author. */
export async function openInterviewRow(tx: Transaction, caseId: string, id: string) {
  const { agencyId, workerId } = tx.actor
  await tx.db.insertInto('interviews').values({ agencyId, id, caseId, authorId: workerId }).execute()
  tx.saw({ kind: 'interview', id, caseId })
}

/** True when an interview of this case is still being written. */
export async function hasDraft(tx: Transaction, caseId: string) {
  const draft = await tx.db
    .selectFrom('interviews')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return draft !== undefined
}

/** Looks at an interview of this case; out of sight, or of another case, is the same as absent (404). */
export async function lookAtInterview(tx: Transaction, caseId: string, id: string): Promise<Interview> {
  const row = await tx.db
    .selectFrom('interviews')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'interview', id, caseId })
  return {
    id,
    caseId,
    state: InterviewState.parse(row.state),
    sheet: sheetFrom(row),
    authorId: row.authorId,
    version: row.version,
  }
}

const isoOrNull = (moment: Date | null) => moment?.toISOString() ?? null

/** The sheet inside a row: exactly the contract's fields, checked, its moments as ISO text. */
function sheetFrom(row: InterviewRow): InterviewSheet {
  const { heldFrom, heldUntil, nextAt } = row
  const moments = {
    heldFrom: isoOrNull(heldFrom),
    heldUntil: isoOrNull(heldUntil),
    nextAt: isoOrNull(nextAt),
  }
  const fields = Object.entries({ ...row, ...moments }).filter(([key]) => key in InterviewSheet.shape)
  return InterviewSheet.parse(Object.fromEntries(fields))
}

type Signature = Readonly<{
  state: 'signed'
  signedBy: string
  signedAt: Date
  writtenLate: boolean
  contentHash: string
}>
type Changes = Updateable<Tables['interviews']>

/** Keeps the sheet as it stands, against the version that was seen. */
export const saveSheet = (
  tx: Transaction,
  interview: Interview,
  { heldFrom, heldUntil, nextAt, attendees, outlineAnswers, taskNotes, ...sheet }: InterviewSheet,
) =>
  save(tx, interview, {
    ...sheet,
    attendees: JSON.stringify(attendees),
    outlineAnswers: JSON.stringify(outlineAnswers),
    taskNotes: JSON.stringify(taskNotes),
    heldFrom: dateOrNull(heldFrom),
    heldUntil: dateOrNull(heldUntil),
    nextAt: dateOrNull(nextAt),
  })

/** Keeps the signature; after it the database refuses every other change. */
export const saveSignature = (tx: Transaction, interview: Interview, signature: Signature) =>
  save(tx, interview, signature)

const dateOrNull = (moment: string | null) => (moment === null ? null : new Date(moment))

/** Saves changes against the version that was seen; somebody quicker is 412. */
async function save(tx: Transaction, { id, version }: Interview, changes: Changes) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('interviews')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}
