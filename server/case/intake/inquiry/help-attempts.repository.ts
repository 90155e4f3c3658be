import type { HelpAttempt } from '#contract/case/intake.ts'
import type { Transaction } from '#server/access/index.ts'
import { helpAttemptFrom } from './inquiry.rows.ts'

/** Whom the person asked for help before, in the order in which it was told. */
export async function earlierHelpOf({ db, actor }: Transaction, inquiryId: string) {
  const rows = await db
    .selectFrom('helpAttempts')
    .selectAll()
    .where('agencyId', '=', actor.agencyId)
    .where('inquiryId', '=', inquiryId)
    .orderBy('position')
    .execute()
  return rows.map(helpAttemptFrom)
}

/** Writes the attempts anew, whole: two statements, however many there are. */
export async function saveEarlierHelp(
  { db, actor }: Transaction,
  inquiryId: string,
  attempts: readonly HelpAttempt[],
) {
  const { agencyId } = actor
  await db
    .deleteFrom('helpAttempts')
    .where('agencyId', '=', agencyId)
    .where('inquiryId', '=', inquiryId)
    .execute()
  if (attempts.length === 0) return
  const rows = attempts.map((attempt, position) => ({ ...attempt, agencyId, inquiryId, position }))
  await db.insertInto('helpAttempts').values(rows).execute()
}
