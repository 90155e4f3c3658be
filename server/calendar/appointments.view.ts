import { type AppointmentPage, AppointmentView } from '#contract/calendar.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { type AppointmentRow, appointmentRow, appointmentRows } from './appointments.queries.ts'
import { lookAtAppointment, sheetOf } from './appointments.repository.ts'

/** One appointment as this reader sees it, with what they may do next. */
export async function viewAppointment(tx: Transaction, caseId: string, id: string): Promise<AppointmentView> {
  const caseFile = await lookAtCase(tx, caseId) // 404
  await lookAtAppointment(tx, caseId, id) // 404
  return viewFrom(tx, caseFile, await appointmentRow(tx, caseId, id))
}

/** The appointments of a case, and whether this reader may book one. */
export async function viewAppointments(
  tx: Transaction,
  caseId: string,
  query: PageQuery,
): Promise<AppointmentPage> {
  const caseFile = await lookAtCase(tx, caseId) // 404
  const page = await appointmentRows(tx, caseId, query)
  const { team } = caseFile
  return {
    next: page.next,
    rows: page.rows.map((row) => viewFrom(tx, caseFile, row)),
    abilities: { book: abilityFor(tx.actor, 'appointment.book', { team }, caseFile.state === 'open') },
  }
}

type Hand = Readonly<{ id: string | null; name: string | null; at: Date | null }>

const handOf = ({ id, name, at }: Hand) =>
  id === null || name === null || at === null ? null : { by: { id, name }, at: at.toISOString() }

/** Who did what, when and why; null while nobody did. */
function actOf(hand: Hand, reason: string | null) {
  const done = handOf(hand)
  return done && { ...done, reason: reason ?? '' }
}

function viewFrom(tx: Transaction, { team, state }: CaseFile, row: AppointmentRow): AppointmentView {
  const isBooked = row.state === 'booked'
  const prepared = handOf({ id: row.preparedBy, name: row.preparedByName, at: row.preparedAt })
  const may = (possible: boolean) => abilityFor(tx.actor, 'appointment.change', { team }, possible)
  return AppointmentView.parse({
    id: row.id,
    caseId: row.caseId,
    sheet: sheetOf(row),
    state: row.state,
    workers: row.workers,
    roomPrivacy: row.roomPrivacy,
    booked: handOf({ id: row.bookedBy, name: row.bookedByName, at: row.bookedAt }),
    changed: actOf({ id: row.changedBy, name: row.changedByName, at: row.changedAt }, row.changeReason),
    cancelled: actOf(
      { id: row.cancelledBy, name: row.cancelledByName, at: row.cancelledAt },
      row.cancelReason,
    ),
    prepared: prepared && { ...prepared, items: row.preparedItems },
    version: row.version,
    abilities: {
      change: may(isBooked && state === 'open'),
      check: may(isBooked && state !== 'archived' && row.kind === 'assessment'),
    },
  })
}
