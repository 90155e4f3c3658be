import { sql } from 'kysely'
import { SecondFactorFor } from '#contract/account.ts'
import type { Db } from '#server/platform/database/database.ts'

/** An account as the door knows it. */
export type Account = Readonly<{
  agencyId: string
  workerId: string
  hash: string
  /** Somebody else chose the password. */
  temporary: boolean
  role: string
  name: string
  email: string
  agencyName: string
  secondFactorFor: SecondFactorFor
  hasFactor: boolean
}>

/** The active account of an e-mail address, in whatever case it is written. */
export async function findAccount(db: Db, email: string): Promise<Account | null> {
  const { rows } = await sql<Account>`select * from find_account(${email})`.execute(db)
  const [row] = rows
  return row ? { ...row, secondFactorFor: SecondFactorFor.parse(row.secondFactorFor) } : null
}

type Start = Readonly<{
  id: string
  account: Pick<Account, 'agencyId' | 'workerId'>
  hash: Buffer
  device: string
  hours: number
  freshMinutes: number
}>

/** Keeps a new sign-in: the token's hash, the device's own words, and for how long it lasts at the most and counts as fresh. */
export const startSignIn = (db: Db, { id, account, hash, device, hours, freshMinutes }: Start) =>
  sql`select start_sign_in(${account.agencyId}, ${account.workerId}, ${id}, ${hash}, ${device}, ${hours}, ${freshMinutes})`.execute(
    db,
  )

/** Ends a sign-in for good: the token opens nothing from the next request on. */
export const endSignIn = (db: Db, hash: Buffer) => sql`select end_sign_in(${hash})`.execute(db)

/** Whether any agency exists; until one does, the server waits to be set up. */
export async function anyAgency(db: Db): Promise<boolean> {
  const { rows } = await sql<{ anyAgency: boolean }>`select any_agency()`.execute(db)
  return rows[0]?.anyAgency ?? false
}

/** What founding an agency needs. */
export type Founding = Readonly<{
  agencyId: string
  agencyName: string
  language: string
  prefix: string
  demo: boolean
  workerId: string
  name: string
  email: string
  hash: string
}>

/** Founds an agency with its first administrator. */
export const foundAgency = (db: Db, f: Founding) =>
  sql`select found_agency(${f.agencyId}, ${f.agencyName}, ${f.language}, ${f.prefix}, ${f.demo},
    ${f.workerId}, ${f.name}, ${f.email}, ${f.hash})`.execute(db)
