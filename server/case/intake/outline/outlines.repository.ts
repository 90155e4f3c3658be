import type { OutlineSheet } from '#contract/case/interview-outlines.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Outline } from './outline.ts'

/** Whether the agency has such an edition of an outline. */
export async function hasEdition(tx: Transaction, outlineId: string, edition: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('interviewOutlineEditions')
    .select('edition')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('outlineId', '=', outlineId)
    .where('edition', '=', edition)
    .executeTakeFirst()
  return row !== undefined
}

/** Looks at an outline of the agency and locks it (404). */
export async function lookAtOutline(tx: Transaction, id: string): Promise<Outline> {
  const row = await tx.db
    .selectFrom('interviewOutlines')
    .select(['id', 'edition', 'retired', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'interview-outline', id })
  return row
}

/** Keeps a new outline with its first edition. */
export async function insertOutline(tx: Transaction, id: string, sheet: OutlineSheet) {
  const { agencyId } = tx.actor
  const { numInsertedOrUpdatedRows: inserted } = await tx.db
    .insertInto('interviewOutlines')
    .values({ agencyId, id, edition: 1, createdAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) throw new Refusal('already-there')
  tx.saw({ kind: 'interview-outline', id })
  await insertEdition(tx, id, 1, sheet)
}

/** Keeps the next edition; records that used an older one still name it. */
export async function saveEdition(tx: Transaction, { id, edition, version }: Outline, sheet: OutlineSheet) {
  refuseIfStale(tx, version) // 412
  await insertEdition(tx, id, edition + 1, sheet)
  await tx.db
    .updateTable('interviewOutlines')
    .set({ edition: edition + 1, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

/** Takes an outline out of use, or back into it. */
export async function saveRetirement(tx: Transaction, { id, version }: Outline, retired: boolean) {
  refuseIfStale(tx, version) // 412
  await tx.db
    .updateTable('interviewOutlines')
    .set({ retired, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

const insertEdition = (tx: Transaction, outlineId: string, edition: number, sheet: OutlineSheet) =>
  tx.db
    .insertInto('interviewOutlineEditions')
    .values({
      agencyId: tx.actor.agencyId,
      outlineId,
      edition,
      title: JSON.stringify(sheet.title),
      purpose: JSON.stringify(sheet.purpose),
      use: sheet.use,
      clientGroups: sheet.clientGroups,
      questions: JSON.stringify(sheet.questions),
      writtenBy: tx.actor.workerId,
      writtenAt: tx.now,
    })
    .execute()
