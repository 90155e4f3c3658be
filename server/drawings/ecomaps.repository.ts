import { EcomapSheet } from '#contract/drawings.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** The ecomaps of a case as they are kept; none, of version 0, while nobody has drawn one. */
export type KeptEcomaps = Readonly<EcomapSheet & { version: number }>

/** The ecomaps of a case that the actor looked at before. */
export async function ecomapsOf(
  tx: Transaction,
  caseId: string,
  { lock = false } = {},
): Promise<KeptEcomaps> {
  const query = tx.db
    .selectFrom('ecomapSheets')
    .select(['days', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  tx.saw({ kind: 'ecomap', id: caseId, caseId })
  return row ? { ...EcomapSheet.parse({ days: row.days }), version: row.version } : { days: [], version: 0 }
}

/** Writes the ecomaps of a case against the version that was seen (412); the first has version 1. */
export async function saveEcomaps(
  tx: Transaction,
  caseId: string,
  { version }: KeptEcomaps,
  { days }: EcomapSheet,
) {
  refuseIfStale(tx, version)
  const { agencyId, workerId } = tx.actor
  const written = {
    days: JSON.stringify(days),
    writtenBy: workerId,
    writtenAt: tx.now,
    version: version + 1,
  }
  if (version === 0) {
    // Two who draw the first one at once: the second is told that there is one now.
    const { numInsertedOrUpdatedRows: inserted } = await tx.db
      .insertInto('ecomapSheets')
      .values({ agencyId, caseId, ...written })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted !== 1n) throw new Refusal('changed-meanwhile')
    return
  }
  await tx.db
    .updateTable('ecomapSheets')
    .set(written)
    .where('agencyId', '=', agencyId)
    .where('caseId', '=', caseId)
    .execute()
}
