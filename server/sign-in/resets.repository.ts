import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'
import type { Db } from '#server/platform/database/database.ts'

type Reset = Readonly<{
  agencyId: string
  workerId: string
  name: string
  email: string
  agencyName: string
  withFactor: boolean
  hasFactor: boolean
}>

/** Keeps that a colleague may choose a new password; an earlier reset of theirs ends. Answers until when, or null without them. */
export async function startReset(
  tx: Transaction,
  given: Readonly<{ workerId: string; hash: Buffer; withFactor: boolean; minutes: number }>,
): Promise<Date | null> {
  const { workerId, hash, withFactor, minutes } = given
  const { rows } = await sql<{ until: Date | null }>`
    select start_reset(${workerId}, ${tx.newId()}, ${hash}, ${withFactor}, ${minutes}) as until`.execute(
    tx.db,
  )
  return rows[0]?.until ?? null
}

/** The account that a one-time token is for, or null. */
export async function findReset(db: Db, hash: Buffer): Promise<Reset | null> {
  const { rows } = await sql<Reset>`select * from find_reset(${hash})`.execute(db)
  return rows[0] ?? null
}

/** Uses the token up: the password is kept, every sign-in of the account ends. False for whoever comes second. */
export async function spendReset(db: Db, hash: Buffer, passwordHash: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select use_reset(${hash}, ${passwordHash}) as used`.execute(
    db,
  )
  return rows[0]?.used ?? false
}

/** Ends every sign-in of a colleague. */
export const endSignInsOf = (tx: Transaction, workerId: string) =>
  sql`select end_sign_ins_of(${workerId})`.execute(tx.db)

/** Whether this colleague is of the actor's agency, and active. */
export async function isColleague(tx: Transaction, workerId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('workers')
    .select('active')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', workerId)
    .executeTakeFirst()
  return row?.active ?? false
}
