import { sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * Writes to the disk whatever was committed until now, together with what others wait to have written. It is a transaction
 * of its own that says nothing and whose commit waits.
 */
export const flush = (db: Db) => sql`select pg_logical_emit_message(true, 'alongside', '')`.execute(db)
