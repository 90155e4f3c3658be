import { sql } from 'kysely'
import { z } from 'zod'
import { CalendarLine, type CalendarQuery, mostCalendarDays } from '#contract/calendar.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])
const dayInMilliseconds = 86_400_000

type Row = Readonly<{
  id: string
  startsAt: Date
  endsAt: Date
  workerId: string | null
  workerName: string | null
  roomId: string | null
  appointmentId: string | null
  caseId: string | null
  caseNumber: string | null
  clientName: string | null
  kind: string | null
  purpose: string | null
  appointmentRoomId: string | null
  place: string | null
}>

/**
 * A page of a calendar: of each worker, or each room, that is asked for, a page of its own bookings from the index, merged by
 * time. What a booking is for is joined through the reader's own sight, so that without it there is nothing to show.
 */
export async function calendarPage(tx: Transaction, query: CalendarQuery) {
  const { show, from, until, limit, after } = query
  if (Date.parse(until) - Date.parse(from) > mostCalendarDays * dayInMilliseconds)
    throw new Refusal('appointments/range-too-long')
  const position = positionIn(after, Position)
  const begin = position
    ? sql`(b.starts_at, b.id) > (${position[0]}::timestamptz, ${position[1]}::uuid)`
    : sql`b.starts_at >= ${from}::timestamptz`
  const thing = sql.ref(show === 'rooms' ? 'b.room_id' : 'b.worker_id')
  const { rows } = await sql<Row>`
    select b.id, b.starts_at, b.ends_at, b.worker_id, w.name as worker_name, b.room_id, a.id as appointment_id, c.id as case_id,
      c.number as case_number, p.name as client_name, a.kind, a.purpose, a.room_id as appointment_room_id, a.place
    from (
      select taken.* from (${thingsOf(tx, query)}) as thing cross join lateral (
        select b.* from bookings b
        where b.agency_id = ${tx.actor.agencyId} and ${thing} = thing.id and not b.freed
          and ${begin} and b.starts_at < ${until}::timestamptz
        order by b.starts_at, b.id limit ${limit + 1}) as taken
      order by taken.starts_at, taken.id limit ${limit + 1}) as b
    left join workers w on w.agency_id = b.agency_id and w.id = b.worker_id
    left join appointments a on a.agency_id = b.agency_id and a.id = b.appointment_id
    left join cases c on c.agency_id = a.agency_id and c.id = a.case_id and ${inSight(tx, 'c')}
    left join people p on p.agency_id = c.agency_id and p.id = c.client_id
    order by b.starts_at, b.id`.execute(tx.db)
  const page = pageFrom(rows, limit, (row) => [row.startsAt.toISOString(), row.id])
  const seen = page.rows.flatMap(({ caseId }) => caseId ?? [])
  tx.saw({ kind: 'calendar', listed: [...new Set(seen)] })
  return { next: page.next, rows: page.rows.map(lineFrom) }
}

/** Whose bookings: mine; mine and those of whoever I supervise, or who has my supervisor; every room, or one. */
function thingsOf({ actor }: Transaction, { show, roomId }: CalendarQuery) {
  if (show === 'own') return sql`select ${actor.workerId}::uuid as id`
  if (show === 'rooms')
    return roomId === undefined
      ? sql`select r.id from rooms r where r.agency_id = ${actor.agencyId}`
      : sql`select ${roomId}::uuid as id`
  return sql`
    select w.id from workers w where w.agency_id = ${actor.agencyId} and w.active and (
      w.id = ${actor.workerId} or w.supervisor_id = ${actor.workerId}
      or w.supervisor_id = (select me.supervisor_id from workers me where me.agency_id = ${actor.agencyId} and me.id = ${actor.workerId}))`
}

const lineFrom = (row: Row): CalendarLine =>
  CalendarLine.parse({
    id: row.id,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    worker: row.workerId === null ? null : { id: row.workerId, name: row.workerName ?? '' },
    roomId: row.roomId,
    appointment:
      row.caseId === null
        ? null
        : {
            id: row.appointmentId,
            caseId: row.caseId,
            caseNumber: row.caseNumber,
            clientName: row.clientName,
            kind: row.kind,
            purpose: row.purpose,
            roomId: row.appointmentRoomId,
            place: row.place,
          },
  })
