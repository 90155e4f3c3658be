import { sql } from 'kysely'
import { z } from 'zod'
import { ProcessRecordLine } from '#contract/case/delivery.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.int()])

/** The records of a case, newest first. */
export async function recordLines(tx: Transaction, caseId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = tx.db
    .selectFrom('processRecords as r')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'r.agencyId').onRef('w.id', '=', 'r.authorId'),
    )
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where('r.caseId', '=', caseId)
    .select([
      'r.id',
      'r.ordinal',
      'r.state',
      'r.heldFrom',
      'r.mode',
      'r.clientSeen',
      'r.purpose',
      'r.writtenLate',
      'w.id as authorId',
      'w.name as authorName',
    ])
    .orderBy('r.ordinal', 'desc')
    .limit(limit + 1)
  if (position) query = query.where(sql<boolean>`r.ordinal < ${position[0]}`)
  const rows = await query.execute()
  tx.saw({ kind: 'process-record-list', caseId, listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, ({ ordinal }) => [ordinal])
  return {
    next: page.next,
    rows: page.rows.map(({ authorId, authorName, heldFrom, ...row }) =>
      ProcessRecordLine.parse({
        ...row,
        heldFrom: heldFrom?.toISOString() ?? null,
        author: { id: authorId, name: authorName },
      }),
    ),
  }
}

/** The heading of a record, its author and its signature. */
export async function recordDetails({ db, actor: { agencyId } }: Transaction, id: string) {
  return db
    .selectFrom('processRecords as r')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'r.agencyId').onRef('c.id', '=', 'r.caseId'),
    )
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.clientId'),
    )
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'r.agencyId').onRef('w.id', '=', 'r.authorId'),
    )
    .where('r.agencyId', '=', agencyId)
    .where('r.id', '=', id)
    .select([
      'r.signedAt',
      'r.writtenLate',
      'c.number as caseNumber',
      'p.id as clientId',
      'p.name as clientName',
      'w.id as authorId',
      'w.name as authorName',
    ])
    .executeTakeFirstOrThrow()
}

/** The goals a record may name: those of the active plan, and those it already names. */
export async function goalsToName(
  { db, actor: { agencyId } }: Transaction,
  caseId: string,
  recordId: string,
) {
  const named = sql<boolean>`g.id = any((select goal_ids from process_records where agency_id = ${agencyId} and id = ${recordId})::uuid[])`
  return db
    .selectFrom('goals as g')
    .innerJoin('plans as p', (join) =>
      join.onRef('p.agencyId', '=', 'g.agencyId').onRef('p.id', '=', 'g.planId'),
    )
    .where('g.agencyId', '=', agencyId)
    .where('g.caseId', '=', caseId)
    .where((eb) => eb.or([eb('p.state', '=', 'active'), named]))
    .select(['g.id', 'g.statement'])
    .orderBy('p.edition')
    .orderBy('g.position')
    .execute()
}
