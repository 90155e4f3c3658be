import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'
import type { Database } from '#server/platform/database/database.ts'

/** Reads as one of the roles of an agency, outside any act: the application's login alone reads nothing. */
const readAs = <T>(
  { db }: Database,
  agencyId: string,
  role: string,
  read: (transaction: Database['db']) => Promise<T>,
) =>
  db.transaction().execute(async (transaction) => {
    await sql`select set_config('role', ${role}, true), set_config('app.agency', ${agencyId}, true)`.execute(
      transaction,
    )
    return read(transaction)
  })

/** The posts of an agency. */
export const agencyPosts = (database: Database, agencyId: string, role: string) =>
  readAs(database, agencyId, role, (db) =>
    db
      .selectFrom('agencies')
      .select(['deskPost', 'headPost'])
      .where('agencyId', '=', agencyId)
      .executeTakeFirstOrThrow(),
  )

/** The ids of everybody who works at an agency. */
export const staffIds = (database: Database, agencyId: string) =>
  readAs(database, agencyId, 'alongside_administrator', async (db) => {
    const rows = await db.selectFrom('workers').select('id').where('agencyId', '=', agencyId).execute()
    return new Set(rows.map(({ id }) => id))
  })

/** Gives every account of the demo agencies this password; accounts of real agencies are out of its reach. */
export const setDemoPasswords = ({ db }: Database, hash: string) =>
  sql`select set_demo_passwords(${hash})`.execute(db)

/** The case that an inquiry became. */
export async function caseOfInquiry(tx: Transaction, inquiryId: string): Promise<string> {
  const { caseId } = await tx.db
    .selectFrom('inquiries')
    .select('caseId')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', inquiryId)
    .executeTakeFirstOrThrow()
  if (caseId === null) throw new Error(`The inquiry ${inquiryId} has not become a case.`)
  return caseId
}

/** The names of the acts that were already told: each left its name in the audit, in the transaction of the act itself. */
export const actsTold = (database: Database, agencyId: string) =>
  readAs(database, agencyId, 'alongside_inspector', async (db) => {
    const rows = await db
      .selectFrom('auditLog')
      .select('requestId')
      .distinct()
      .where('agencyId', '=', agencyId)
      .where('requestId', 'like', 'demo %')
      .execute()
    return new Set(rows.map(({ requestId }) => requestId.slice('demo '.length)))
  })

/** The follow-up of a closed case that comes next. */
export async function nextFollowUp(tx: Transaction, caseId: string): Promise<string> {
  const { id } = await tx.db
    .selectFrom('followUps')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'planned')
    .orderBy('dueOn')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
