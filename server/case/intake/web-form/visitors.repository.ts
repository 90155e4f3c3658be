import { sql } from 'kysely'
import type { AskForHelp } from '#contract/case/web-form.ts'
import type { Database, Db } from '#server/platform/database/database.ts'

type OpenForm = Readonly<{ name: string; language: string; emergencyNumbers: string; leaveTo: string }>

/** What the page of an open form says of its agency; null where there is none, or it is shut. */
export async function openForm(db: Db, agencyId: string): Promise<OpenForm | null> {
  const { rows } = await sql<OpenForm>`select * from open_web_form(${agencyId})`.execute(db)
  return rows[0] ?? null
}

/** The place that the words of a request are sealed for: they open in no other. */
export const requestPlace = (id: string) => `web-request|${id}`

type Asked = Readonly<{ agencyId: string; asked: AskForHelp; receipt: string; receivedAt: Date; dueAt: Date }>

/**
 * Puts one request into the queue, as a visitor: in a transaction whose role may insert this line and nothing else. The
 * words are sealed before they leave the program.
 */
export async function putIntoQueue(
  database: Database,
  { agencyId, asked, receipt, receivedAt, dueAt }: Asked,
) {
  const keys = await database.keyring.of(agencyId)
  const { id, language, name, reach, message } = asked
  const contentSealed = keys.own.seal(requestPlace(id), JSON.stringify({ name, reach, message }))
  await database.db.transaction().execute(async (db) => {
    await sql`select set_config('role', 'alongside_visitor', true), set_config('app.agency', ${agencyId}, true)`.execute(
      db,
    )
    await db
      .insertInto('webRequests')
      .values({ agencyId, id, receipt, receivedAt, language, contentSealed, dueAt })
      .execute()
  })
}
