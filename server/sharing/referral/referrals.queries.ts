import { sql } from 'kysely'
import { z } from 'zod'
import { ReferralLine, type ReferralQuery } from '#contract/sharing.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { isOverdue } from './referral.ts'
import { subjectOf } from './referrals.repository.ts'
import { inPlaceSight } from './sight.queries.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const referrals = (tx: Transaction) =>
  tx.db
    .selectFrom('referrals as r')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'r.agencyId').onRef('p.id', '=', 'r.personId'),
    )
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where(inPlaceSight(tx, 'r'))

const lines = (tx: Transaction) =>
  referrals(tx)
    .select(['r.id', 'r.personId', 'r.caseId', 'r.inquiryId', 'r.kind', 'r.reason', 'r.urgency', 'r.way'])
    .select(['r.receiverName', 'r.state', 'r.movedAt', 'r.createdAt', 'r.replyBy', 'r.sightEndedAt'])
    .select('p.name as personName')

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

const lineFrom = ({ now }: Transaction, row: LineRow): ReferralLine => {
  const line = ReferralLine.omit({ overdue: true }).parse({
    ...row,
    person: { id: row.personId, name: row.personName },
    movedAt: row.movedAt.toISOString(),
    sightEnded: row.sightEndedAt !== null,
  })
  return { ...line, overdue: isOverdue(line, dayOf(now)) }
}

/** The referrals of a person that the reader sees, newest first. */
export async function referralsOfPerson(tx: Transaction, personId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = lines(tx)
    .where('r.personId', '=', personId)
    .orderBy('r.createdAt', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(r.created_at, r.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  tx.saw({ kind: 'referral-list', personId, listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, (row) => [row.createdAt.toISOString(), row.id])
  return { next: page.next, rows: page.rows.map((row) => lineFrom(tx, row)) }
}

/** Those that the reader answers for: a head for all that they see, everybody else for what they wrote. */
const answeredFor = (tx: Transaction) =>
  tx.actor.role === 'agency-head' ? lines(tx) : lines(tx).where('r.authorId', '=', tx.actor.workerId)

/** The referrals that the reader answers for, the newest step first; of overdue ones the longest waiting. */
export async function referralsOfAgency(tx: Transaction, { show, limit, after }: ReferralQuery) {
  const rows = await (show === 'overdue' ? overdue(tx, after) : inPhase(tx, show, after))
    .limit(limit + 1)
    .execute()
  tx.saw({ kind: 'referral-list', listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, ({ id, movedAt, replyBy }) => [
    show === 'overdue' ? (replyBy ?? '') : movedAt.toISOString(),
    id,
  ])
  return { next: page.next, rows: page.rows.map((row) => lineFrom(tx, row)) }
}

function inPhase(tx: Transaction, phase: string, after: string | undefined) {
  const position = positionIn(after, Position)
  const query = answeredFor(tx)
    .where('r.phase', '=', phase)
    .orderBy('r.movedAt', 'desc')
    .orderBy('r.id', 'desc')
  if (!position) return query
  return query.where(sql<boolean>`(r.moved_at, r.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`)
}

const OverduePosition = z.tuple([z.iso.date(), z.uuid()])

function overdue(tx: Transaction, after: string | undefined) {
  const position = positionIn(after, OverduePosition)
  const query = answeredFor(tx)
    .where('r.phase', '=', 'awaiting')
    .where('r.replyBy', '<', dayOf(tx.now))
    .orderBy('r.replyBy')
    .orderBy('r.id')
  if (!position) return query
  return query.where(sql<boolean>`(r.reply_by, r.id) > (${position[0]}::date, ${position[1]}::uuid)`)
}

/** One referral with the names that its view needs; out of sight is absent (404). */
export async function referralRow(tx: Transaction, personId: string, id: string) {
  const row = await referrals(tx)
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'r.agencyId').onRef('w.id', '=', 'r.authorId'),
    )
    .leftJoin('workers as s', (join) =>
      join.onRef('s.agencyId', '=', 'r.agencyId').onRef('s.id', '=', 'r.sentBy'),
    )
    .leftJoin('workers as c', (join) =>
      join.onRef('c.agencyId', '=', 'r.agencyId').onRef('c.id', '=', 'r.confirmedBy'),
    )
    .where('r.personId', '=', personId)
    .where('r.id', '=', id)
    .selectAll('r')
    .select([
      'p.name as personName',
      'w.name as authorName',
      's.name as sentByName',
      'c.name as confirmedByName',
    ])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw(subjectOf(row))
  return row
}
