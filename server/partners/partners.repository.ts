import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** Looks at a partner (404). */
export async function lookAtPartner(tx: Transaction, id: string) {
  const row = await tx.db
    .selectFrom('partners')
    .select(['id', 'name'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'partner', id })
  return row
}

/** Whether a partner of this name is there already. */
export async function isNameTaken(tx: Transaction, name: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('partners')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes a partner down. */
export async function insertPartner(tx: Transaction, partner: Readonly<{ id: string; name: string }>) {
  await tx.db
    .insertInto('partners')
    .values({ ...partner, agencyId: tx.actor.agencyId, addedBy: tx.actor.workerId, addedAt: tx.now })
    .execute()
  tx.saw({ kind: 'partner', id: partner.id })
}

type NewCredential = Readonly<{ id: string; partnerId: string; tokenHash: Buffer; expiresAt: Date }>

/** Writes a credential down: of what opens, the hash only. */
export async function insertCredential(tx: Transaction, credential: NewCredential) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('partnerCredentials')
    .values({ ...credential, agencyId, issuedBy: workerId, issuedAt: tx.now })
    .execute()
  tx.saw({ kind: 'partner-credential', id: credential.id })
}

/** Looks at a credential of a partner (404). */
export async function lookAtCredential(tx: Transaction, partnerId: string, id: string) {
  const row = await tx.db
    .selectFrom('partnerCredentials')
    .select(['id', 'endedAt'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('partnerId', '=', partnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'partner-credential', id })
  return row
}

/** Ends a credential, from this moment on. Whoever ended it first stays the one who did. */
export async function saveEnd(tx: Transaction, id: string) {
  await tx.db
    .updateTable('partnerCredentials')
    .set({ endedAt: tx.now, endedBy: tx.actor.workerId })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
}
