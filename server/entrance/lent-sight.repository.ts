import { sql } from 'kysely'
import { type Actor, type Asked, type RunningBreakGlass, withLentSight } from '#server/access/index.ts'
import type { Db } from '#server/platform/database/database.ts'

/** The actor with the sight that is lent to them by break-glass of what they ask for, or null when there is none. */
export async function lentActor(db: Db, actor: Actor, asked: Asked, now: Date): Promise<Actor | null> {
  const { rows } = await sql<RunningBreakGlass>`
    select * from running_break_glass(${actor.agencyId}, ${actor.workerId})`.execute(db)
  return withLentSight(actor, asked, rows, now)
}
