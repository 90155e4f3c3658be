import { sql } from 'kysely'
import { z } from 'zod'
import type { PageQuery } from '#contract/page.ts'
import { Notice } from '#contract/workday.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

/** What I was told and have not seen, newest first. */
export async function noticePage(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = tx.db
    .selectFrom('notices as n')
    .leftJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'n.agencyId').onRef('c.id', '=', 'n.caseId').on(inSight(tx, 'c')),
    )
    .leftJoin('inquiries as i', (join) =>
      join.onRef('i.agencyId', '=', 'n.agencyId').onRef('i.id', '=', 'n.inquiryId').on(inSight(tx, 'i')),
    )
    .leftJoin('people as p', (join) =>
      join
        .onRef('p.agencyId', '=', 'n.agencyId')
        .on('p.id', '=', sql<string>`coalesce(c.client_id, i.client_id, i.caller_id)`),
    )
    .select(['n.id', 'n.kind', 'n.toldAt', 'n.caseId', 'n.inquiryId', 'p.name as personName'])
    .where('n.agencyId', '=', tx.actor.agencyId)
    .where('n.workerId', '=', tx.actor.workerId)
    .where('n.seenAt', 'is', null)
    .where((either) => either.or([either('n.caseId', 'is', null), either('c.id', 'is not', null)]))
    .orderBy('n.toldAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(sql<boolean>`(n.told_at, n.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`)
  const rows = await query.execute()
  tx.saw({
    kind: 'notice-list',
    listed: rows.slice(0, limit).flatMap(({ caseId, inquiryId }) => caseId ?? inquiryId ?? []),
  })
  const page = pageFrom(rows, limit, ({ toldAt, id }) => [toldAt.toISOString(), id])
  return {
    next: page.next,
    rows: page.rows.map((row) => Notice.parse({ ...row, toldAt: row.toldAt.toISOString() })),
  }
}
