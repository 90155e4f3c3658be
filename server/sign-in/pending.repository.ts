import { sql } from 'kysely'
import type { SignInStep } from '#contract/account.ts'
import type { Db } from '#server/platform/database/database.ts'
import type { Owner } from './second-factor.repository.ts'

type Begun = Readonly<{
  id: string
  owner: Owner
  hash: Buffer
  step: SignInStep
  device: string
  minutes: number
}>

/** Keeps that somebody gave the right password and has a step before them. */
export const beginPending = (db: Db, { id, owner, hash, step, device, minutes }: Begun) =>
  sql`select begin_pending_sign_in(${owner.agencyId}, ${owner.workerId}, ${id}, ${hash}, ${step}, ${device}, ${minutes})`.execute(
    db,
  )

/** Who stands before this step with this token, and counts a try; null when it ended, or five were tried. */
export async function tryPending(db: Db, hash: Buffer, step: SignInStep) {
  const { rows } = await sql<
    Owner & { device: string }
  >`select * from try_pending_sign_in(${hash}, ${step})`.execute(db)
  return rows[0] ?? null
}

/** Ends the step; false for whoever comes second with the same token. */
export async function endPending(db: Db, hash: Buffer, step: SignInStep): Promise<boolean> {
  const { rows } = await sql<{
    ended: boolean
  }>`select end_pending_sign_in(${hash}, ${step}) as ended`.execute(db)
  return rows[0]?.ended ?? false
}
