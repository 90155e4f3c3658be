import type { Selectable } from 'kysely'
import { AppointmentSheet } from '#contract/calendar.ts'
import { appointmentState, type PreparedItem, roomPrivacy, type RoomPrivacy } from '#contract/codes/index.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Appointment } from './appointment.ts'

type AppointmentRow = Selectable<Tables['appointments']>

/** Looks at an appointment of a case and locks it (404). */
export async function lookAtAppointment(tx: Transaction, caseId: string, id: string): Promise<Appointment> {
  const row = await tx.db
    .selectFrom('appointments')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'appointment', id, caseId })
  return {
    id,
    caseId,
    sheet: sheetOf(row),
    roomPrivacy: row.roomPrivacy === null ? null : roomPrivacy.schema.parse(row.roomPrivacy),
    state: appointmentState.schema.parse(row.state),
    version: row.version,
  }
}

/** The sheet inside a row. */
export const sheetOf = (row: AppointmentRow): AppointmentSheet =>
  AppointmentSheet.parse({
    kind: row.kind,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    mode: row.mode,
    roomId: row.roomId,
    place: row.place,
    purpose: row.purpose,
    withWhom: row.withWhom,
    workerIds: row.workerIds,
    privacy: row.privacy,
    privacyReason: row.privacyReason,
  })

type Rated = Readonly<{ sheet: AppointmentSheet; roomPrivacy: RoomPrivacy | null }>

const columnsOf = ({ sheet: { startsAt, endsAt, workerIds, ...sheet }, roomPrivacy: rating }: Rated) => ({
  ...sheet,
  workerIds: [...new Set(workerIds)],
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  roomPrivacy: rating,
})

/** Keeps a new appointment (409 where its id is there already). */
export async function insertAppointment(tx: Transaction, caseId: string, id: string, rated: Rated) {
  const { agencyId, workerId } = tx.actor
  const { numInsertedOrUpdatedRows: inserted } = await tx.db
    .insertInto('appointments')
    .values({ agencyId, id, caseId, ...columnsOf(rated), bookedBy: workerId, bookedAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) throw new Refusal('already-there')
  tx.saw({ kind: 'appointment', id, caseId })
}

/** Keeps a changed appointment, with the reason. */
export const saveChange = (tx: Transaction, appointment: Appointment, rated: Rated, reason: string) =>
  save(tx, appointment, {
    ...columnsOf(rated),
    changedBy: tx.actor.workerId,
    changedAt: tx.now,
    changeReason: reason,
  })

/** Keeps that an appointment does not take place, with the reason. */
export const saveCancellation = (tx: Transaction, appointment: Appointment, reason: string) =>
  save(tx, appointment, {
    state: 'cancelled',
    cancelledBy: tx.actor.workerId,
    cancelledAt: tx.now,
    cancelReason: reason,
  })

/** Keeps what was made sure of before an assessment. */
export const savePrepared = (tx: Transaction, appointment: Appointment, items: readonly PreparedItem[]) =>
  save(tx, appointment, {
    preparedItems: [...new Set(items)],
    preparedBy: tx.actor.workerId,
    preparedAt: tx.now,
  })

async function save(tx: Transaction, { id, version }: Appointment, changes: Partial<AppointmentRow>) {
  refuseIfStale(tx, version) // 412
  await tx.db
    .updateTable('appointments')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}
