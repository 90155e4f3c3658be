import { sql } from 'kysely'
import type { Database } from '#server/platform/database/database.ts'

/** The posts of an agency, read as one of its roles: the application's login alone reads nothing. */
export async function agencyPosts({ db }: Database, agencyId: string, role: string) {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('role', ${role}, true), set_config('app.agency', ${agencyId}, true)`.execute(transaction)
    return transaction
      .selectFrom('agencies')
      .select(['deskPost', 'headPost'])
      .where('agencyId', '=', agencyId)
      .executeTakeFirstOrThrow()
  })
}

/** Gives every account of the demo agencies this password; accounts of real agencies are out of its reach. */
export const setDemoPasswords = ({ db }: Database, hash: string) => sql`select set_demo_passwords(${hash})`.execute(db)
