import { permit, type Transaction } from '#server/access/index.ts'
import { markSeen } from './notices.repository.ts'

/** I have seen a notice of mine; it no longer stands on my Today. */
export async function seeNotice(tx: Transaction, id: string) {
  permit(tx.actor, 'notice.see')
  await markSeen(tx, id) // 404
}
