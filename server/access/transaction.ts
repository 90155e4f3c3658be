import { type KeyObject, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Db } from '#server/platform/database/database.ts'
import { type AgencyKeys, KeysMovedOn } from '#server/platform/identifier-keys/index.ts'
import { flush } from '#server/platform/database/flush.ts'
import { together } from '#server/platform/database/together.ts'
import { withoutLocks } from '#server/platform/database/without-locks.ts'
import { type Actor, databaseRole } from './actor.ts'
import type { Operation } from './operations.ts'

/** What was looked at or changed: one line of the audit log. */
export type Subject = Readonly<{
  kind: string
  id?: string
  caseId?: string
  inquiryId?: string
  personId?: string
  /** A code for why it was looked at, where one is asked for; never words. */
  reason?: string
  /** For lists: the ids that were shown. */
  listed?: readonly string[]
  /** What belongs to another agency, which shared it: the line goes on that agency's audit as well, under its own references. */
  elsewhere?: Elsewhere
}>

/** Whose it is that was looked at, and where it belongs there. */
export type Elsewhere = Readonly<{
  agencyId: string
  kind: string
  caseId: string | null
  inquiryId: string | null
  personId: string
}>

/**
 * One act of one worker: everything in it happens together or not at all, and is done as this worker and no other.
 * Repositories read and write through `db`; PostgreSQL itself knows the actor there.
 */
export type Transaction = Readonly<{
  actor: Actor
  operation: Operation
  db: Db
  /** What opens and seals the identifiers of the actor's agency. */
  keys: AgencyKeys
  now: Date
  /** The version of the record that the caller was looking at (If-Match); null where none is needed. */
  seenVersion: number | null
  newId: () => string
  /** Notes what was looked at or changed; it becomes a line of the audit log in this same transaction. */
  saw: (subject: Subject) => void
  seen: readonly Subject[]
  /** When the act began by the database's own clock, in microseconds from 1970. */
  enteredAtMicros: () => Promise<number>
  /**
   * Takes a statement that is on its way and whose answer nobody needs: it is waited for with the commit, and whatever
   * comes after it finds it done. When it fails, so does the act, with its fault.
   */
  atLast: (statement: Promise<unknown>) => void
  /** Seals those lines; only the audit uses it. */
  auditKey: KeyObject
}>

/** What an act needs besides the actor. */
export type Entry = Readonly<{
  actor: Actor
  operation: Operation
  now: Date
  seenVersion?: number | null
  /** By what the database tells, as the act begins, that the actor still is who they were; absent when it has just told. */
  recognition?: Recognition | undefined
  /** Nothing is written: PostgreSQL refuses it, and no commit is waited for. The caller lays the lines on the audit. */
  looksOnly?: boolean
}>

/** A sign-in, and in one word what was read of it. */
export type Recognition = Readonly<{ hash: Buffer; mark: string }>

/** Whether an act did not begin because its actor is not who they were a moment ago. */
export const isNoLongerRecognised = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'AL401'

type Entered = Readonly<{ nowMicros: number }>

/**
 * Takes the actor's role for the length of one transaction, in one statement. After it the connection is nobody's again.
 * The commit itself does not wait for the disk: the audit's chain is held until then, and others wait for it (see `flush`).
 * An act finds its rows by their keys, so one plan serves all values: made anew for each, it costs more than its run, because every
 * table brings its policies. What only looks may sift through many rows, and PostgreSQL chooses.
 */
const takeRole = (db: Db, { actor, recognition, looksOnly }: Entry) =>
  sql<Entered>`select (extract(epoch from clock_timestamp()) * 1000000)::bigint as now_micros,
             set_config('synchronous_commit', 'off', true),
             set_config('plan_cache_mode', ${looksOnly ? 'auto' : 'force_generic_plan'}, true),
             set_config('role', ${databaseRole[actor.role]}, true),
             set_config('app.agency', ${actor.agencyId}, true),
             set_config('app.worker', ${actor.workerId}, true),
             set_config('app.principals', ${`{${actor.principals.join(',')}}`}, true)
             ${recognition ? sql`, still_recognised(${recognition.hash}, ${recognition.mark})` : sql``}`.execute(
    db,
  )

const begin = (db: Db, { looksOnly }: Entry) => (looksOnly ? sql`begin read only` : sql`begin`).execute(db)

/** Enters the database as the actor, does the work, and commits; any throw undoes everything. */
export async function enterAs<T>(
  database: Database,
  entry: Entry,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { agencyId } = entry.actor
  try {
    return await enterWith(database, await database.keyring.of(agencyId), entry, work)
  } catch (error) {
    // Somebody rotated the keys since they were read: all of it is undone and done again with the new ones.
    if (!(error instanceof KeysMovedOn)) throw error
    database.keyring.forget(agencyId)
    return enterWith(database, await database.keyring.of(agencyId), entry, work)
  }
}

function enterWith<T>(
  database: Database,
  keys: AgencyKeys,
  entry: Entry,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return database.onOneConnection(async (db) => {
    // Neither answer is waited for: the first statement of the work travels with them, and where they fail it fails too.
    // Nothing of it is left alone: a rejection that nobody listens to would end the program.
    const entered = Promise.allSettled([begin(db, entry), takeRole(db, entry)])
    const seen: Subject[] = []
    const last: Promise<unknown>[] = []
    try {
      const done = await work({
        ...entry,
        db: entry.looksOnly ? withoutLocks(db) : db,
        keys,
        auditKey: database.auditKey,
        seenVersion: entry.seenVersion ?? null,
        newId: randomUUID,
        saw: (subject) => seen.push(subject),
        seen,
        enteredAtMicros: async () => {
          const [, role] = await entered
          if (role.status === 'rejected') throw role.reason
          return role.value.rows[0]?.nowMicros ?? 0
        },
        atLast: (statement) => {
          last.push(statement)
          void Promise.allSettled([statement])
        },
      })
      refuseIfFailed(await entered)
      if (entry.looksOnly) {
        // Whoever has this connection next finds it done; there is nothing in it that could fail.
        void Promise.allSettled([...last, sql`commit`.execute(db)])
        return done
      }
      // The commit frees the audit's chain for others before it is on the disk; nothing is answered before it is.
      await together([...last, sql`commit`.execute(db), flush(db)])
      return done
    } catch (error) {
      await Promise.allSettled([entered, ...last, sql`rollback`.execute(db)])
      // What failed first is told, not what failed because of it.
      refuseIfFailed(await entered)
      if (isAftermath(error)) refuseIfFailed(await Promise.allSettled(last))
      throw error
    }
  })
}

/** Once a statement has failed, PostgreSQL refuses every later one of the same transaction. */
const isAftermath = (error: unknown) => error instanceof Error && 'code' in error && error.code === '25P02'

function refuseIfFailed(statements: readonly PromiseSettledResult<unknown>[]) {
  for (const statement of statements) if (statement.status === 'rejected') throw statement.reason
}
