import { sql } from 'kysely'
import { z } from 'zod'
import { standardOf } from '#contract/codes/index.ts'
import { ReceivedReferralLine, type ReceivedReferralQuery } from '#contract/sharing.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { isOverdue } from '../referral/referral.ts'

/** What came in and the actor sees: everything until somebody takes it, then with the first contact it became. */
export const received = (tx: Transaction) =>
  tx.db
    .selectFrom('receivedReferrals as v')
    .where('v.agencyId', '=', tx.actor.agencyId)
    .where(
      sql<boolean>`(v.inquiry_id is null or exists (select 1 from inquiries i
        where i.agency_id = ${tx.actor.agencyId} and i.id = v.inquiry_id and ${inSight(tx, 'i')}))`,
    )

type Shared = Readonly<{
  agencyId: string
  caseId: string | null
  inquiryId: string | null
  personId: string
}>

/** Notes a look at what another agency shared: on the actor’s audit, and on that agency’s, under its own case. */
export async function sawReceived(tx: Transaction, id: string) {
  const { rows } = await sql<Shared>`select * from place_of_received_referral(${id})`.execute(tx.db)
  const [shared] = rows
  tx.saw({
    kind: 'received-referral',
    id,
    ...(shared ? { elsewhere: { ...shared, kind: 'shared-package' } } : {}),
  })
}

/** One referral that came in, with the name of whoever took it; out of sight is absent (404). */
export async function receivedRow(tx: Transaction, id: string) {
  const row = await received(tx)
    .leftJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'v.agencyId').onRef('w.id', '=', 'v.takenBy'),
    )
    .where('v.id', '=', id)
    .selectAll('v')
    .select('w.name as takenByName')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  await sawReceived(tx, id)
  return row
}

/** The referral of which a first contact was made, or null where it was made of none. */
export async function referralOfInquiry(tx: Transaction, inquiryId: string): Promise<string | null> {
  const row = await received(tx).where('v.inquiryId', '=', inquiryId).select('v.id').executeTakeFirst()
  return row?.id ?? null
}

/** Whether the agency has sight of the package: a row says so, and it has not ended. */
export async function hasSight(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('referralSights')
    .select('referralId')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('referralId', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

const Position = z.tuple([z.iso.datetime(), z.uuid()])

/** What came in, the newest first. */
export async function receivedPage(tx: Transaction, { show, limit, after }: ReceivedReferralQuery) {
  const position = positionIn(after, Position)
  let query = received(tx)
    .where('v.phase', '=', show)
    .select(['v.id', 'v.fromAgencyName as fromAgency', 'v.kind', 'v.reason', 'v.urgency', 'v.state'])
    .select(['v.sentAt', 'v.replyBy', 'v.inquiryId', 'v.sightEndedAt'])
    .orderBy('v.sentAt', 'desc')
    .orderBy('v.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(sql<boolean>`(v.sent_at, v.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`)
  const rows = await query.execute()
  tx.saw({ kind: 'received-referral-list', listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, (row) => [row.sentAt.toISOString(), row.id])
  const today = dayOf(tx.now)
  return {
    next: page.next,
    rows: page.rows.map((row) => {
      const line = ReceivedReferralLine.omit({ overdue: true }).parse({
        ...row,
        reason: standardOf(row.reason),
        sentAt: row.sentAt.toISOString(),
        sightEnded: row.sightEndedAt !== null,
      })
      return { ...line, overdue: isOverdue(line, today) }
    }),
  }
}
