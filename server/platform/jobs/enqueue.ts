import { sql } from 'kysely'
import type { Db } from '#server/platform/database/database.ts'

/** What every job carries: who asked for it. It re-decides as that worker when it runs, and fails closed without one. */
export type JobPayload = Readonly<{ agencyId: string; workerId: string }> & Readonly<Record<string, string>>

/** Enqueues a job in the transaction of the act that needs it: either both happen or neither does. */
export const enqueue = (db: Db, task: string, payload: JobPayload, runAt: Date | null = null) =>
  sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::jsonb, ${runAt})`.execute(db)
