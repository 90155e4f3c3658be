import { sql } from 'kysely'
import { z } from 'zod'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const appointmentsOf = (tx: Transaction, caseId: string) =>
  tx.db
    .selectFrom('appointments as a')
    .innerJoin('workers as b', (join) =>
      join.onRef('b.agencyId', '=', 'a.agencyId').onRef('b.id', '=', 'a.bookedBy'),
    )
    .leftJoin('workers as c', (join) =>
      join.onRef('c.agencyId', '=', 'a.agencyId').onRef('c.id', '=', 'a.changedBy'),
    )
    .leftJoin('workers as x', (join) =>
      join.onRef('x.agencyId', '=', 'a.agencyId').onRef('x.id', '=', 'a.cancelledBy'),
    )
    .leftJoin('workers as p', (join) =>
      join.onRef('p.agencyId', '=', 'a.agencyId').onRef('p.id', '=', 'a.preparedBy'),
    )
    .where('a.agencyId', '=', tx.actor.agencyId)
    .where('a.caseId', '=', caseId)
    .selectAll('a')
    .select([
      'b.name as bookedByName',
      'c.name as changedByName',
      'x.name as cancelledByName',
      'p.name as preparedByName',
    ])
    .select(
      sql<{ id: string; name: string }[]>`(
        select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name, w.id), '[]')
        from workers w where w.agency_id = a.agency_id and w.id = any(a.worker_ids))`.as('workers'),
    )

/** One appointment of a case with the names of everybody who had a hand in it. */
export const appointmentRow = (tx: Transaction, caseId: string, id: string) =>
  appointmentsOf(tx, caseId).where('a.id', '=', id).executeTakeFirstOrThrow()

export type AppointmentRow = Awaited<ReturnType<typeof appointmentRow>>

/** The appointments of a case, the last one first. */
export async function appointmentRows(tx: Transaction, caseId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = appointmentsOf(tx, caseId)
    .orderBy('a.startsAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(a.starts_at, a.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  tx.saw({ kind: 'appointment-list', caseId, listed: rows.slice(0, limit).map(({ id }) => id) })
  return pageFrom(rows, limit, (row) => [row.startsAt.toISOString(), row.id])
}

/** Who of these workers is at work and sees the case: by their own name, or the head by the post. */
export async function seeingWorkers(tx: Transaction, caseId: string, workerIds: readonly string[]) {
  const { rows } = await sql<{ id: string }>`
    select w.id from workers w
    join cases c on c.agency_id = w.agency_id and c.id = ${caseId}
    join agencies a on a.agency_id = w.agency_id
    where w.agency_id = ${tx.actor.agencyId} and w.id = any(${workerIds}::uuid[]) and w.active
      and (w.id = any(c.readers) or (w.role = 'agency-head' and a.head_post = any(c.readers)))`.execute(tx.db)
  return new Set(rows.map(({ id }) => id))
}
