import { sql } from 'kysely'
import type { PersonView, SafeAddressView } from '#contract/people.ts'
import { abilityFor, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { keyOf } from './people.repository.ts'

/** The field that a safe address is sealed for: no other text of the person can be put in its place. */
export const safeAddressField = 'safe_addresses.address_sealed'

/** Whether the reader is one of the few who may know where the person lives, and whether it is known. */
export async function safeAddressSight(
  tx: Transaction,
  personId: string,
): Promise<PersonView['safeAddress']> {
  const { rows } = await sql<{ sight: boolean; known: boolean }>`
    select may_see_safe_address(${personId}) as sight, exists (
      select from safe_addresses s where s.agency_id = ${tx.actor.agencyId} and s.person_id = ${personId}) as known`.execute(
    tx.db,
  )
  const [{ sight, known } = { sight: false, known: false }] = rows
  return { sight: sight ? abilityFor(tx.actor, 'safe-address.read', {}, true) : 'not-you', known }
}

/** Looks at a safe address; for everybody else it does not exist (404), nor does its place. */
export async function lookAtSafeAddress(
  tx: Transaction,
  personId: string,
  { lock = false } = {},
): Promise<SafeAddressView> {
  if ((await safeAddressSight(tx, personId)).sight !== 'yes') throw new Refusal('not-found')
  const query = tx.db
    .selectFrom('safeAddresses')
    .select(['addressSealed', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('personId', '=', personId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  tx.saw({ kind: 'safe-address', id: personId, personId })
  if (!row) return { address: '', version: 0 }
  const person = tx.keys.person(personId, await keyOf(tx, personId))
  return { address: person.open(safeAddressField, row.addressSealed), version: row.version }
}

/** Writes a safe address against the version that was seen (412); the first has version 1. */
export async function saveSafeAddress(
  tx: Transaction,
  personId: string,
  { version }: SafeAddressView,
  address: string,
) {
  refuseIfStale(tx, version)
  const { agencyId, workerId } = tx.actor
  const addressSealed = tx.keys.person(personId, await keyOf(tx, personId)).seal(safeAddressField, address)
  const written = { addressSealed, writtenBy: workerId, writtenAt: tx.now, version: version + 1 }
  if (version === 0) {
    // Two who write the first one at once: the second is told that there is one now.
    const { numInsertedOrUpdatedRows: inserted } = await tx.db
      .insertInto('safeAddresses')
      .values({ agencyId, personId, ...written })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted !== 1n) throw new Refusal('changed-meanwhile')
    return
  }
  await tx.db
    .updateTable('safeAddresses')
    .set(written)
    .where('agencyId', '=', agencyId)
    .where('personId', '=', personId)
    .execute()
}
