import { sql } from 'kysely'
import type { NewWorker, WorkerChange } from '#contract/agencies.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Worker } from './worker.ts'

/** A worker of the actor's agency by id, or null. */
export async function findWorker(tx: Transaction, id: string | null): Promise<Worker | null> {
  if (id === null) return null
  const row = await tx.db
    .selectFrom('workers')
    .select(['id', 'role', 'level', 'active', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** A worker who is about to be changed, locked; one of another agency is absent (404). */
export async function lookAtWorker(tx: Transaction, id: string): Promise<Worker> {
  await sql`select from workers where agency_id = ${tx.actor.agencyId} and id = ${id} for update`.execute(
    tx.db,
  )
  const worker = await findWorker(tx, id)
  if (!worker) throw new Refusal('not-found')
  tx.saw({ kind: 'worker', id })
  return worker
}

/** Adds a colleague with the hash of their first password. */
export async function insertWorker(
  tx: Transaction,
  worker: Omit<NewWorker, 'password'>,
  passwordHash: string,
) {
  await telling(() =>
    tx.db
      .insertInto('workers')
      .values({ ...worker, agencyId: tx.actor.agencyId })
      .execute(),
  )
  await sql`select set_first_password(${worker.id}, ${passwordHash})`.execute(tx.db)
  tx.saw({ kind: 'worker', id: worker.id })
}

/** Keeps what changed of a colleague, against the version that was seen (412). */
export async function saveWorker(tx: Transaction, { id, version }: Worker, change: WorkerChange) {
  refuseIfStale(tx, version)
  await telling(() =>
    tx.db
      .updateTable('workers')
      .set({ ...change, version: version + 1 })
      .where('agencyId', '=', tx.actor.agencyId)
      .where('id', '=', id)
      .execute(),
  )
}

/** An address is unique in the whole installation; whose it is, is not told. */
async function telling(write: () => Promise<unknown>) {
  try {
    await write()
  } catch (error) {
    const taken =
      error instanceof Error && 'constraint' in error && error.constraint === 'workers_email_is_unique'
    if (!taken) throw error
    throw new Refusal('sheet-unfinished', { missing: 1 }, [{ path: 'email', code: 'agency/email-is-taken' }])
  }
}
