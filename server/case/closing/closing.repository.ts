import type { Updateable } from 'kysely'
import type { ClosingSheet } from '#contract/case/closing.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Closing } from './closing.ts'
import { closingFrom } from './closing.rows.ts'

/** Whether a closing of the case is being written or waits for its decision. */
export async function closingUnderWay(tx: Transaction, caseId: string): Promise<boolean> {
  const open = await tx.db
    .selectFrom('closings')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '<>', 'approved')
    .executeTakeFirst()
  return open !== undefined
}

/** Opens a closing with what is already known. */
export async function insertClosing(
  tx: Transaction,
  { id, caseId, known }: { id: string; caseId: string; known: Partial<ClosingSheet> },
) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('closings')
    .values({ ...known, agencyId, id, caseId, authorId: workerId, createdAt: tx.now })
    .execute()
  tx.saw({ kind: 'closing', id, caseId })
}

/** Looks at a closing of this case; out of sight is absent (404). */
export async function lookAtClosing(tx: Transaction, caseId: string, id: string): Promise<Closing> {
  const row = await tx.db
    .selectFrom('closings')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'closing', id, caseId })
  return closingFrom(row)
}

/** Keeps what changed of a closing, against the version that was seen. */
export async function saveClosing(
  tx: Transaction,
  { id, version }: Closing,
  changed: Updateable<Tables['closings']>,
) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('closings')
    .set({ ...changed, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}
