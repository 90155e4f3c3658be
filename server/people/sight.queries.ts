import { sql } from 'kysely'
import { inSight, type Transaction } from '#server/access/index.ts'

/**
 * Whether the actor sees the person whom a column names: asked of each row by itself, so that a page of a list never reads
 * all people.
 */
export const personInSight = (tx: Transaction, column: string) =>
  sql<boolean>`coalesce((select ${inSight(tx, 'ps')} from people ps
    where ps.agency_id = ${tx.actor.agencyId} and ps.id = ${sql.ref(column)}), false)`
