import type { NewWorker, WorkerChange } from '#contract/agencies.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { refuseWeakPassword } from '#server/access/password-rules.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { refuseOwnAccount, refuseUnlessFitting } from './worker.ts'
import { findWorker, insertWorker, lookAtWorker, saveWorker } from './workers.repository.ts'

/** Adds a colleague, who signs in once with the first password they were told, and then chooses their own. */
export async function addWorker(tx: Transaction, { password, ...worker }: NewWorker) {
  permit(tx.actor, 'worker.add') // 403
  refuseUnlessFitting(worker.id, worker, await findWorker(tx, worker.supervisorId)) // 422
  const about = [worker.name, worker.email, tx.actor.agencyName]
  refuseWeakPassword(password, { about, hasFactor: false }) // 422
  await insertWorker(tx, worker, await hashPassword(password))
}

/** Changes a colleague's role, level or supervisor, or ends their account; what they wrote stays theirs. */
export async function changeWorker(tx: Transaction, id: string, change: WorkerChange) {
  const worker = await lookAtWorker(tx, id) // 404
  permit(tx.actor, 'worker.change') // 403
  refuseOwnAccount(tx.actor.workerId, worker, change) // 409
  refuseUnlessFitting(id, change, await findWorker(tx, change.supervisorId)) // 422
  await saveWorker(tx, worker, change) // 412
}
