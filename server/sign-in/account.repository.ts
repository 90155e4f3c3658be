import { sql } from 'kysely'
import { SecondFactorFor } from '#contract/account.ts'
import type { Db } from '#server/platform/database/database.ts'
import type { Owner } from './second-factor.repository.ts'

type Row = Readonly<{
  agencyId: string
  workerId: string
  hash: string | null
  temporary: boolean
  role: string
  name: string
  email: string
  agencyName: string
  secondFactorFor: string
  hasFactor: boolean
  factorSince: Date | null
  codesLeft: number
  passwordSince: Date | null
}>

/** An account with what protects it. */
export async function accountOf(db: Db, { agencyId, workerId }: Owner) {
  const { rows } = await sql<Row>`select * from account_of(${agencyId}, ${workerId})`.execute(db)
  const [row] = rows
  return row ? { ...row, secondFactorFor: SecondFactorFor.parse(row.secondFactorFor) } : null
}

/** Keeps a password its owner chose. */
export const setOwnPassword = (db: Db, { agencyId, workerId }: Owner, hash: string) =>
  sql`select set_own_password(${agencyId}, ${workerId}, ${hash})`.execute(db)

/** One's own sign-ins that still open something, as they are kept. */
export async function mySignIns(db: Db) {
  const { rows } = await sql<{
    id: string
    device: string
    startedAt: Date
    lastSeenAt: Date
  }>`select * from my_sign_ins()`.execute(db)
  return rows
}

/** Ends one of one's own sign-ins; false when there is none of that id. */
export async function endMySignIn(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select end_my_sign_in(${id}) as ended`.execute(db)
  return rows[0]?.ended ?? false
}

/** Ends every other sign-in of this account, and whatever is on its way to one. */
export async function endOtherSignIns(
  db: Db,
  { agencyId, workerId }: Owner,
  butId: string | null,
): Promise<number> {
  const { rows } = await sql<{
    ended: number
  }>`select end_other_sign_ins(${agencyId}, ${workerId}, ${butId}) as ended`.execute(db)
  return rows[0]?.ended ?? 0
}

/** Gives a sign-in a new token and proves it fresh; the old token opens nothing any more. */
export const renewMySignIn = (db: Db, id: string, hash: Buffer, minutes: number) =>
  sql`select renew_my_sign_in(${id}, ${hash}, ${minutes})`.execute(db)
