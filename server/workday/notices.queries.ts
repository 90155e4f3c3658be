import { sql } from 'kysely'
import { z } from 'zod'
import type { PageQuery } from '#contract/page.ts'
import { Notice } from '#contract/workday.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

type Row = Readonly<{
  id: string
  kind: string
  toldAt: Date
  caseId: string | null
  inquiryId: string | null
  personName: string | null
}>

/** What I was told and have not seen, newest first: a page of an index, then the names. */
export async function noticePage(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  const from = position
    ? sql`and (n.told_at, n.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`
    : sql``
  const { rows } = await sql<Row>`
    with lines as materialized (
      select n.agency_id, n.id, n.kind, n.told_at, n.case_id, n.inquiry_id, coalesce(c.client_id, i.client_id, i.caller_id) as person_id
      from notices n
      left join cases c on c.agency_id = n.agency_id and c.id = n.case_id and ${inSight(tx, 'c')}
      left join inquiries i on i.agency_id = n.agency_id and i.id = n.inquiry_id and ${inSight(tx, 'i')}
      where n.agency_id = ${tx.actor.agencyId} and n.worker_id = ${tx.actor.workerId} and n.seen_at is null
        and (n.case_id is null or c.id is not null) ${from}
      order by n.told_at desc, n.id desc limit ${limit + 1}
    )
    select l.id, l.kind, l.told_at, l.case_id, l.inquiry_id, p.name as person_name
    from lines l left join people p on p.agency_id = l.agency_id and p.id = l.person_id
    order by l.told_at desc, l.id desc`.execute(tx.db)
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
