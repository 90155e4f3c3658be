import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Bundle } from './bundle.ts'
import { bundlesOf } from './records.repository.ts'

/** An entry as its reader finds it (404), with everything that hangs on it. */
export async function lookAtEntry(tx: Transaction, id: string): Promise<Bundle> {
  const bundle = (await bundlesOf(tx, [id])).get(id)
  if (!bundle) throw new Refusal('not-found')
  tx.saw({ kind: 'directory-entry', id })
  return bundle
}

/** An entry that is about to be changed, locked, against the version that was seen (412). */
export async function lookToChangeEntry(tx: Transaction, id: string): Promise<Bundle> {
  const row = await tx.db
    .selectFrom('directoryServices')
    .select('version')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  const bundle = await lookAtEntry(tx, id)
  refuseIfStale(tx, row.version)
  return bundle
}
