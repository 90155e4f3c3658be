import { sql } from 'kysely'
import type { BreakGlassReview, OpenBreakGlass } from '#contract/break-glass.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { exactMarks } from '#server/people/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Database } from '#server/platform/database/database.ts'
import type { Opening } from './break-glass.ts'

/** What the actor opened and nobody has reviewed yet. */
export const myUnreviewed = (tx: Transaction): Promise<Opening[]> =>
  tx.db
    .selectFrom('breakGlassOpenings')
    .select(['caseId', 'workerId', 'until', 'endedAt', 'reviewDueAt', 'reviewedAt'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('workerId', '=', tx.actor.workerId)
    .where('reviewedAt', 'is', null)
    .execute()

/** Whether the actor has a second factor at all: a password alone opens nothing here. */
export async function hasSecondFactor({ db, actor }: Transaction): Promise<boolean> {
  const { rows } = await sql<{ hasFactor: boolean }>`
    select has_factor from account_of(${actor.agencyId}, ${actor.workerId})`.execute(db)
  return rows[0]?.hasFactor ?? false
}

/** The case that an exact number means, or null: none, sealed, or another agency's. */
export async function caseMeant(tx: Transaction, { by, number }: Pick<OpenBreakGlass, 'by' | 'number'>) {
  const caseNumber = by === 'case-number' ? number.trim() : null
  const { idNumber, phoneKey, phone } = exactMarks(tx.keys, { by, number, today: dayOf(tx.now) })
  const { rows } = await sql<{ caseId: string; inSight: boolean }>`
    select * from case_for_break_glass(${caseNumber}, ${idNumber}, ${phoneKey}, ${phone})`.execute(tx.db)
  return rows[0] ?? null
}

/** Opens a case to the actor; all that goes with it happens in the database. Answers until when. */
export async function openGlass(
  tx: Transaction,
  caseId: string,
  { id, ground, reason, minutes }: OpenBreakGlass,
): Promise<Date> {
  const { rows } = await sql<{ until: Date | null }>`
    select open_break_glass(${id}, ${caseId}, ${ground}, ${reason}, ${minutes}::integer, ${tx.now}) as until`.execute(
    tx.db,
  )
  const until = rows[0]?.until
  if (!until) throw new Refusal('not-found')
  tx.saw({ kind: 'break-glass', id, caseId })
  return until
}

/** Looks at an opening, with who answers for its case; what the actor may not know of is absent (404). */
export async function lookAtOpening(tx: Transaction, id: string) {
  const row = await tx.db
    .selectFrom('breakGlassOpenings as o')
    .leftJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'o.agencyId').onRef('c.id', '=', 'o.caseId').on(inSight(tx, 'c')),
    )
    .select(['o.id', 'o.caseId', 'o.workerId', 'o.until', 'o.endedAt', 'o.reviewDueAt', 'o.reviewedAt'])
    .select('c.caseManagerId')
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.id', '=', id)
    .where((either) =>
      either.or([either('o.workerId', '=', tx.actor.workerId), either('c.id', 'is not', null)]),
    )
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'break-glass', id, caseId: row.caseId })
  return row
}

/** Gives an opening back before its time. Whether it still ran. */
export async function closeGlass(tx: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ closed: boolean }>`
    select close_break_glass(${id}, ${tx.now}) as closed`.execute(tx.db)
  return rows[0]?.closed ?? false
}

/** Keeps a review and settles its task. Whether nobody was quicker. */
export async function reviewGlass(tx: Transaction, id: string, { verdict, words }: BreakGlassReview) {
  const { rows } = await sql<{ reviewed: boolean }>`
    select review_break_glass(${id}, ${verdict}, ${words}, ${tx.now}) as reviewed`.execute(tx.db)
  return rows[0]?.reviewed ?? false
}

/** Takes everything whose time is over off the readers of its case. Answers how many; acts for nobody, by the clock. */
export async function endByClock({ db }: Pick<Database, 'db'>, now: Date): Promise<number> {
  const { rows } = await sql<{ ended: number }>`select end_break_glass_by_clock(${now}) as ended`.execute(db)
  return rows[0]?.ended ?? 0
}
