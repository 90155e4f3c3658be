import type { AddPartner, IssueCredential, IssuedCredential } from '#contract/partners.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { aToken, hashOf } from '#server/secure-links/index.ts'
import { expiryOf, refuseIfEnded } from './credential.ts'
import { partnerView } from './partners.queries.ts'
import {
  insertCredential,
  insertPartner,
  isNameTaken,
  lookAtCredential,
  lookAtPartner,
  saveEnd,
} from './partners.repository.ts'

/** Adds a partner. Its name is the one that consents name, so there is one of each. */
export async function addPartner(tx: Transaction, { id, name }: AddPartner) {
  permit(tx.actor, 'partner.add') // 403
  if (await isNameTaken(tx, name)) throw new Refusal('partners/name-taken') // 409
  await insertPartner(tx, { id, name }) // 409
}

/** Issues a credential to a partner. Its token leaves here once; those issued before stand until they end. */
export async function issueCredential(
  tx: Transaction,
  partnerId: string,
  { id, days }: IssueCredential,
): Promise<IssuedCredential> {
  await lookAtPartner(tx, partnerId) // 404
  permit(tx.actor, 'partner.issue') // 403
  const token = aToken()
  await insertCredential(tx, { id, partnerId, tokenHash: hashOf(token), expiresAt: expiryOf(tx.now, days) }) // 409
  return { partner: await partnerView(tx, partnerId), token }
}

/** Takes a credential back, from this moment on. */
export async function endCredential(tx: Transaction, partnerId: string, id: string) {
  const credential = await lookAtCredential(tx, partnerId, id) // 404
  permit(tx.actor, 'partner.revoke') // 403
  refuseIfEnded(credential) // 409
  await saveEnd(tx, id)
}
