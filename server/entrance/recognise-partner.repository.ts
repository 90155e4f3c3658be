import { sql } from 'kysely'
import { Language } from '#contract/language.ts'
import type { Actor } from '#server/access/index.ts'
import type { Db } from '#server/platform/database/database.ts'

type Row = Readonly<{
  credentialId: string
  agencyId: string
  partnerId: string
  partnerName: string
  agencyName: string
  language: string
}>

// Nobody asks for the level of a partner; the lowest there is.
const lowest = 4

/** The partner whose credential this is, or null: it was taken back, has run out, or never was one. */
export async function partnerActorOf(db: Db, hash: Buffer, now: Date): Promise<Actor | null> {
  const { rows } = await sql<Row>`select * from recognise_partner(${hash}, ${now})`.execute(db)
  const [row] = rows
  if (!row) return null
  return {
    signInId: row.credentialId,
    agencyId: row.agencyId,
    workerId: row.partnerId,
    name: row.partnerName,
    role: 'partner',
    level: lowest,
    language: Language.parse(row.language),
    agencyName: row.agencyName,
    demo: false,
    principals: [],
  }
}
