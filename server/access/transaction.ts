import { type KeyObject, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Db } from '#server/platform/database/database.ts'
import { type Actor, databaseRole } from './actor.ts'
import type { Operation } from './operations.ts'

/** What was looked at or changed: one line of the audit log. */
export type Subject = Readonly<{
  kind: string
  id?: string
  caseId?: string
  inquiryId?: string
  personId?: string
  /** For lists: the ids that were shown. */
  listed?: readonly string[]
}>

/**
 * One act of one worker: everything in it happens together or not at all, and is done as this worker and no other.
 * Repositories read and write through `db`; PostgreSQL itself knows the actor there.
 */
export type Transaction = Readonly<{
  actor: Actor
  operation: Operation
  db: Db
  now: Date
  /** The version of the record that the caller was looking at (If-Match); null where none is needed. */
  seenVersion: number | null
  newId: () => string
  /** Notes what was looked at or changed; it becomes a line of the audit log in this same transaction. */
  saw: (subject: Subject) => void
  seen: readonly Subject[]
  /** Seals those lines; only the audit uses it. */
  auditKey: KeyObject
}>

/** What an act needs besides the actor. */
export type Entry = Readonly<{ actor: Actor; operation: Operation; now: Date; seenVersion?: number | null }>

/** Takes the actor's role for the length of one transaction, in one statement. After it the connection is nobody's again. */
const takeRole = (db: Db, actor: Actor) =>
  sql`select set_config('role', ${databaseRole[actor.role]}, true),
             set_config('app.agency', ${actor.agencyId}, true),
             set_config('app.worker', ${actor.workerId}, true),
             set_config('app.principals', ${`{${actor.principals.join(',')}}`}, true)`.execute(db)

/** Enters the database as the actor, does the work, and commits; any throw undoes everything. */
export function enterAs<T>(
  database: Database,
  entry: Entry,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return database.db.transaction().execute(async (db) => {
    await takeRole(db, entry.actor)
    const seen: Subject[] = []
    return work({
      ...entry,
      db,
      seenVersion: entry.seenVersion ?? null,
      newId: randomUUID,
      saw: (subject) => seen.push(subject),
      seen,
      auditKey: database.auditKey,
    })
  })
}
