import { appointmentKind, appointmentState } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import { nameIn } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { roomsOn } from '#server/agencies/index.ts'
import { lookAtCase } from '#server/case/lifecycle/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { lookAtAppointment } from './appointments.repository.ts'
import { appointmentRow } from './appointments.queries.ts'
import { calendarFile } from './calendar-file.ts'

type Asked = Readonly<{ caseId: string; appointmentId: string; language: Language }>

/** One appointment as an iCalendar file, for whoever sees its case (404). */
export async function fileOfAppointment(
  tx: Transaction,
  { caseId, appointmentId, language }: Asked,
): Promise<Readonly<{ file: string }>> {
  const { number } = await lookAtCase(tx, caseId)
  await lookAtAppointment(tx, caseId, appointmentId)
  const row = await appointmentRow(tx, caseId, appointmentId)
  const rooms = row.roomId === null ? [] : await roomsOn(tx, dayOf(row.startsAt))
  const room = rooms.find(({ id }) => id === row.roomId)
  const facts = {
    id: row.id,
    kind: appointmentKind.schema.parse(row.kind),
    caseNumber: number,
    room: room ? nameIn(room.name, language) : '',
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    changedAt: row.cancelledAt ?? row.changedAt ?? row.bookedAt,
    state: appointmentState.schema.parse(row.state),
    version: row.version,
  }
  return { file: calendarFile(facts, language, tx.now) }
}
