import { sql } from 'kysely'
import type { Db } from '#server/platform/database/database.ts'

/** What the database tells of a living sign-in. */
export type RecognisedRow = Readonly<{
  signInId: string
  agencyId: string
  workerId: string
  name: string
  role: string
  level: number
  language: string
  agencyName: string
  deskPost: string
  headPost: string
  demo: boolean
  fresh: boolean
  /** All of it in one word: while the database gives the same, it still holds. */
  mark: string
}>

/** The sign-in of a token, or null when there is none, it ended, or it slept too long. */
export async function recognised(db: Db, hash: Buffer): Promise<RecognisedRow | null> {
  const { rows } = await sql<RecognisedRow>`select * from recognise(${hash})`.execute(db)
  return rows[0] ?? null
}
