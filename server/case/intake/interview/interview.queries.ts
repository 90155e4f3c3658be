import { sql } from 'kysely'
import { z } from 'zod'
import { InterviewState } from '#contract/case/interview.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { limitsOn } from '#server/agencies/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { isLate } from './interview.ts'

/** What the view of an interview needs besides the interview: whose case it is, its author and its signature. */
export async function interviewDetails(tx: Transaction, id: string) {
  return tx.db
    .selectFrom('interviews as i')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'i.agencyId').onRef('c.id', '=', 'i.caseId'),
    )
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.clientId'),
    )
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'i.agencyId').onRef('w.id', '=', 'i.authorId'),
    )
    .leftJoin('workers as s', (join) =>
      join.onRef('s.agencyId', '=', 'i.agencyId').onRef('s.id', '=', 'i.signedBy'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.id', '=', id)
    .select([
      'c.number as caseNumber',
      'p.id as clientId',
      'p.name as clientName',
      'w.id as authorId',
      'w.name as authorName',
      's.id as signerId',
      's.name as signerName',
      'i.signedAt',
      'i.writtenLate',
      'i.contentHash',
    ])
    .executeTakeFirstOrThrow()
}

export type InterviewDetails = Awaited<ReturnType<typeof interviewDetails>>

const Position = z.tuple([z.iso.datetime(), z.uuid()])

/** The interviews of a case, newest first. */
export async function interviewLines(tx: Transaction, caseId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = tx.db
    .selectFrom('interviews as i')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'i.agencyId').onRef('w.id', '=', 'i.authorId'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.caseId', '=', caseId)
    .select([
      'i.id',
      'i.state',
      'i.heldFrom',
      'i.heldUntil',
      'i.signedAt',
      'i.writtenLate',
      'i.createdAt',
      'w.id as authorId',
      'w.name as authorName',
    ])
    .orderBy('i.createdAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(i.created_at, i.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const page = pageFrom(await query.execute(), limit, (row) => [row.createdAt.toISOString(), row.id])
  const { record: hours } = await limitsOn(tx, dayOf(tx.now))
  return {
    next: page.next,
    rows: page.rows.map(
      ({ id, state, heldFrom, heldUntil, signedAt, writtenLate, authorId, authorName }) => ({
        id,
        state: InterviewState.parse(state),
        heldFrom: heldFrom?.toISOString() ?? null,
        signedAt: signedAt?.toISOString() ?? null,
        author: { id: authorId, name: authorName },
        late:
          state === 'signed'
            ? writtenLate
            : isLate({ heldUntil: heldUntil?.toISOString() ?? null }, tx.now, hours),
      }),
    ),
  }
}
