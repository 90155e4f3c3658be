import { FamilySheet } from '#contract/drawings.ts'
import { inSight, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Recorded } from './family.ts'

/** A family as it is kept; null, of version 0, while nobody has written it. */
export type KeptFamily = Readonly<{ family: FamilySheet | null; version: number }>

/** The family of a person whom the actor looked at before. */
export async function familyOf(
  tx: Transaction,
  personId: string,
  { lock = false } = {},
): Promise<KeptFamily> {
  const query = tx.db
    .selectFrom('familySheets')
    .select(['family', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('personId', '=', personId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  tx.saw({ kind: 'family-sheet', id: personId, personId })
  return row ? { family: FamilySheet.parse(row.family), version: row.version } : { family: null, version: 0 }
}

/** What the records say of these people, as far as the actor sees them. */
export async function recordsInSight(tx: Transaction, ids: readonly string[]): Promise<Recorded[]> {
  if (ids.length === 0) return []
  return tx.db
    .selectFrom('people as p')
    .select(['p.id', 'p.name', 'p.sex', 'p.birthDate', 'p.birthPrecision'])
    .where('p.agencyId', '=', tx.actor.agencyId)
    .where('p.id', 'in', [...new Set(ids)])
    .where(inSight(tx, 'p'))
    .execute()
}

/** Writes a family against the version that was seen (412); the first has version 1. */
export async function saveFamily(
  tx: Transaction,
  personId: string,
  { version }: KeptFamily,
  family: FamilySheet,
) {
  refuseIfStale(tx, version)
  const { agencyId, workerId } = tx.actor
  const written = {
    family: JSON.stringify(family),
    writtenBy: workerId,
    writtenAt: tx.now,
    version: version + 1,
  }
  if (version === 0) {
    // Two who write the first one at once: the second is told that there is one now.
    const { numInsertedOrUpdatedRows: inserted } = await tx.db
      .insertInto('familySheets')
      .values({ agencyId, personId, ...written })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted !== 1n) throw new Refusal('changed-meanwhile')
    return
  }
  await tx.db
    .updateTable('familySheets')
    .set(written)
    .where('agencyId', '=', agencyId)
    .where('personId', '=', personId)
    .execute()
}
