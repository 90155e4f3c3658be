import { sql } from 'kysely'
import type { AppointmentSheet } from '#contract/calendar.ts'
import type { Transaction } from '#server/access/index.ts'
import { clockOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { excludedBy } from '#server/platform/database/faults.ts'

type Taking = Pick<AppointmentSheet, 'startsAt' | 'endsAt' | 'roomId' | 'workerIds'>

/**
 * Takes the room and the workers of an appointment for its time, and frees what it no longer needs. Whoever is taken already
 * is named with the time, and nothing of what for. The constraints of the table decide between two at the same time (409).
 */
export async function takeForAppointment(tx: Transaction, appointmentId: string, taking: Taking) {
  await refuseIfTaken(tx, appointmentId, taking)
  await freeAppointment(tx, appointmentId)
  // In one order everywhere, so that two who book for the same people wait for each other and never both.
  const workerIds = [...new Set(taking.workerIds)].toSorted()
  const things = [
    ...(taking.roomId === null ? [] : [{ roomId: taking.roomId, workerId: null }]),
    ...workerIds.map((workerId) => ({ roomId: null, workerId })),
  ]
  const [startsAt, endsAt] = [new Date(taking.startsAt), new Date(taking.endsAt)]
  for (const thing of things) await take(tx, { appointmentId, startsAt, endsAt, ...thing })
}

/** Frees the room and the workers of an appointment; the rows stay. */
export const freeAppointment = (tx: Transaction, appointmentId: string) =>
  tx.db
    .updateTable('bookings')
    .set({ freed: true })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('appointmentId', '=', appointmentId)
    .execute()

type NewBooking = Readonly<{
  appointmentId: string
  roomId: string | null
  workerId: string | null
  startsAt: Date
  endsAt: Date
}>

async function take(tx: Transaction, booking: NewBooking) {
  const { startsAt, endsAt } = booking
  try {
    await tx.db
      .insertInto('bookings')
      .values({ agencyId: tx.actor.agencyId, id: tx.newId(), ...booking })
      .onConflict((conflict) =>
        conflict
          .columns(['agencyId', 'appointmentId', 'roomId', 'workerId'])
          .doUpdateSet({ startsAt, endsAt, freed: false }),
      )
      .execute()
  } catch (error) {
    const constraint = excludedBy(error)
    if (constraint === 'rooms_are_booked_once') throw new Refusal('appointments/room-taken', timeOf(booking))
    if (constraint === 'workers_are_booked_once')
      throw new Refusal('appointments/worker-taken', { name: '', ...timeOf(booking) })
    throw error
  }
}

type Taken = Readonly<{ roomId: string | null; workerName: string | null; startsAt: Date; endsAt: Date }>

/** Says who or what is taken, and when, before the database only says that it is. */
async function refuseIfTaken(
  tx: Transaction,
  appointmentId: string,
  { startsAt, endsAt, roomId, workerIds }: Taking,
) {
  const { rows } = await sql<Taken>`
    select b.room_id, w.name as worker_name, b.starts_at, b.ends_at from bookings b
    left join workers w on w.agency_id = b.agency_id and w.id = b.worker_id
    where b.agency_id = ${tx.actor.agencyId} and not b.freed and b.appointment_id <> ${appointmentId}
      and (b.room_id = ${roomId}::uuid or b.worker_id = any(${workerIds}::uuid[]))
      and tstzrange(b.starts_at, b.ends_at) && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz)
    order by b.room_id nulls last, b.starts_at, b.id limit 1`.execute(tx.db)
  const [taken] = rows
  if (!taken) return
  if (taken.roomId !== null) throw new Refusal('appointments/room-taken', timeOf(taken))
  throw new Refusal('appointments/worker-taken', { name: taken.workerName ?? '', ...timeOf(taken) })
}

const timeOf = ({ startsAt, endsAt }: Pick<Taken, 'startsAt' | 'endsAt'>) => ({
  from: clockOf(startsAt).time,
  until: clockOf(endsAt).time,
})
