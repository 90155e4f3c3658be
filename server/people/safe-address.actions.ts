import type { SafeAddressSheet, SafeAddressView } from '#contract/people.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { lookAtSafeAddress, saveSafeAddress } from './safe-address.repository.ts'

/** Shows where somebody lives who must not be found. Each showing is on the audit. */
export async function showSafeAddress(tx: Transaction, personId: string) {
  const known = await lookAtSafeAddress(tx, personId) // 404
  permit(tx.actor, 'safe-address.read') // 403
  return known
}

/** Writes it. The answer is what was written: it needs no second look. */
export async function changeSafeAddress(
  tx: Transaction,
  personId: string,
  { address }: SafeAddressSheet,
): Promise<SafeAddressView> {
  const known = await lookAtSafeAddress(tx, personId, { lock: true }) // 404
  permit(tx.actor, 'safe-address.change') // 403
  await saveSafeAddress(tx, personId, known, address) // 412
  return { address, version: known.version + 1 }
}
