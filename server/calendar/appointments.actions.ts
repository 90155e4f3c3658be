import type {
  AppointmentSheet,
  BookAppointment,
  ChangeAppointment,
  CheckPrepared,
} from '#contract/calendar.ts'
import type { NoticeKind } from '#contract/workday.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { roomsOn } from '#server/agencies/index.ts'
import { lookToChange, refuseIfArchived, refuseUnlessOpen } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { giveNotice } from '#server/workday/index.ts'
import { refuseIfCancelled, refuseUnlessAssessment, refuseUnlessPossible } from './appointment.ts'
import { seeingWorkers } from './appointments.queries.ts'
import {
  insertAppointment,
  lookAtAppointment,
  saveCancellation,
  saveChange,
  savePrepared,
} from './appointments.repository.ts'
import { freeAppointment, takeForAppointment } from './bookings.repository.ts'
import { remindLater } from './reminding.actions.ts'

/** Books an appointment of a case: its room and its workers are taken. */
export async function bookAppointment(tx: Transaction, caseId: string, { id, sheet }: BookAppointment) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'appointment.book', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  const roomPrivacy = await decideOn(tx, caseId, sheet) // 422
  await insertAppointment(tx, caseId, id, { sheet, roomPrivacy }) // 409
  await takeForAppointment(tx, id, sheet) // 409
  await tellStory(tx, { caseId }, 'appointment-booked', factsOf(sheet))
  await tellOthers(tx, caseId, sheet.workerIds, 'appointment-booked')
  await remindLater(tx, id, caseId, sheet)
}

/** Changes an appointment, with the reason; what it no longer needs is free. */
export async function changeAppointment(
  tx: Transaction,
  caseId: string,
  id: string,
  { sheet, reason }: ChangeAppointment,
) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const appointment = await lookAtAppointment(tx, caseId, id) // 404
  permit(tx.actor, 'appointment.change', { team: caseFile.team }) // 403
  refuseIfCancelled(appointment) // 409
  refuseUnlessOpen(caseFile) // 409
  const roomPrivacy = await decideOn(tx, caseId, sheet) // 422
  await saveChange(tx, appointment, { sheet, roomPrivacy }, reason) // 412
  await takeForAppointment(tx, id, sheet) // 409
  await tellStory(tx, { caseId }, 'appointment-changed', factsOf(sheet))
  const involved = [...new Set([...appointment.sheet.workerIds, ...sheet.workerIds])]
  await tellOthers(tx, caseId, involved, 'appointment-changed')
  await remindLater(tx, id, caseId, sheet)
}

/** Cancels an appointment, with the reason: its room and its workers are free again. */
export async function cancelAppointment(tx: Transaction, caseId: string, id: string, reason: string) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const appointment = await lookAtAppointment(tx, caseId, id) // 404
  permit(tx.actor, 'appointment.change', { team: caseFile.team }) // 403
  refuseIfCancelled(appointment) // 409
  refuseIfArchived(caseFile) // 409
  await saveCancellation(tx, appointment, reason) // 412
  await freeAppointment(tx, id)
  await tellStory(tx, { caseId }, 'appointment-cancelled', factsOf(appointment.sheet))
  await tellOthers(tx, caseId, appointment.sheet.workerIds, 'appointment-cancelled')
}

/** Ticks what was made sure of before an assessment (R-192, R-265: purpose, methods and process; place safe and private). */
export async function checkPrepared(tx: Transaction, caseId: string, id: string, { items }: CheckPrepared) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const appointment = await lookAtAppointment(tx, caseId, id) // 404
  permit(tx.actor, 'appointment.change', { team: caseFile.team }) // 403
  refuseIfCancelled(appointment) // 409
  refuseUnlessAssessment(appointment) // 409
  refuseUnlessOpen(caseFile) // 409
  await savePrepared(tx, appointment, items) // 412
}

/** Refuses what cannot be; answers with how private the chosen room is, or null without one. */
async function decideOn(tx: Transaction, caseId: string, sheet: AppointmentSheet) {
  const rooms = sheet.roomId === null ? [] : await roomsOn(tx, dayOf(new Date(sheet.startsAt)))
  const room = rooms.find(({ id }) => id === sheet.roomId)
  if (sheet.roomId !== null && !room) throw new Refusal('appointments/no-such-room')
  const seeing = await seeingWorkers(tx, caseId, sheet.workerIds)
  if (sheet.workerIds.some((workerId) => !seeing.has(workerId)))
    throw new Refusal('appointments/worker-sees-no-case')
  refuseUnlessPossible(sheet, room?.privacy ?? null, tx.now)
  return room?.privacy ?? null
}

const factsOf = ({ kind, startsAt }: AppointmentSheet) => ({
  appointment: kind,
  on: dayOf(new Date(startsAt)),
})

const tellOthers = (tx: Transaction, caseId: string, workerIds: readonly string[], kind: NoticeKind) =>
  giveNotice(tx, { workerIds: workerIds.filter((id) => id !== tx.actor.workerId), kind, caseId })
