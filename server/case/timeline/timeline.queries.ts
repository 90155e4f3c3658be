import { sql } from 'kysely'
import { z } from 'zod'
import { StoryEntry } from '#contract/case/timeline.ts'
import type { PageQuery } from '#contract/page.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.int()])

type Row = Readonly<{
  id: number
  at: Date
  what: string
  facts: unknown
  workerId: string
  workerName: string
}>

/** Where a story is told: the case, and the first contact it came from. */
export type StoryPlace = Readonly<{ id: string; inquiryId: string | null }>

/** The story of a case and of its first contact in one line of time, newest first; each half by its own index. */
export async function storyPage(tx: Transaction, { id, inquiryId }: StoryPlace, { limit, after }: PageQuery) {
  const [before = Number.MAX_SAFE_INTEGER] = positionIn(after, Position) ?? []
  const lines = (place: 'case_id' | 'inquiry_id', of: unknown) => sql`
    (select id, at, what, facts, worker_id from timeline
     where agency_id = ${tx.actor.agencyId} and ${sql.ref(place)} = ${of} and id < ${before}
     order by id desc limit ${limit + 1})`
  // Whoever sees the case need not see the first contact it came from.
  const contact = sql`(select i.id from inquiries i
    where i.agency_id = ${tx.actor.agencyId} and i.id = ${inquiryId} and ${inSight(tx, 'i')})`
  const { rows } = await sql<Row>`
    select t.id, t.at, t.what, t.facts, w.id as worker_id, w.name as worker_name
    from (${lines('case_id', id)} union all ${lines('inquiry_id', contact)}) as t
    join workers w on w.agency_id = ${tx.actor.agencyId} and w.id = t.worker_id
    order by t.id desc limit ${limit + 1}`.execute(tx.db)
  const page = pageFrom(rows, limit, (row) => [row.id])
  return { next: page.next, rows: page.rows.map(entryFrom) }
}

const entryFrom = ({ id, at, what, facts, workerId, workerName }: Row) =>
  StoryEntry.parse({ id, at: at.toISOString(), what, facts, worker: { id: workerId, name: workerName } })
