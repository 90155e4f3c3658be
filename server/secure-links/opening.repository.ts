import { sql } from 'kysely'
import type { Db } from '#server/platform/database/database.ts'

type Found = Readonly<{ agencyId: string; id: string }>

/** The link of a token, while it opens. */
export async function foundLink(db: Db, hash: Buffer, now: Date): Promise<Found | null> {
  const { rows } = await sql<Found>`select * from find_link(${hash}, ${now})`.execute(db)
  return rows[0] ?? null
}

type Opening = Found & Readonly<{ mark: string; openingId: string; hash: Buffer; now: Date }>

/** What came of an answer: `opened`, or why what was shared is no longer seen; null when nothing is told. A wrong one is counted. */
export async function answeredLink(db: Db, { agencyId, id, mark, openingId, hash, now }: Opening) {
  const { rows } = await sql<{ came: string | null }>`
    select open_link(${agencyId}, ${id}, ${mark}, ${openingId}, ${hash}, ${now}) as came`.execute(db)
  return rows[0]?.came ?? null
}
