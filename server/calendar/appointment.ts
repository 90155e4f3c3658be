import type { AppointmentSheet } from '#contract/calendar.ts'
import { type AppointmentState, type RoomPrivacy, roomPrivacy } from '#contract/codes/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'

/** An appointment as it is changed: what it is, whether it takes place, the version that was seen. */
export type Appointment = Readonly<{
  id: string
  caseId: string
  sheet: AppointmentSheet
  roomPrivacy: RoomPrivacy | null
  state: AppointmentState
  version: number
}>

const longest = 12 * 3_600_000

/** Whether a room is less private than a talk needs; the codes stand from the most private to the least. */
export const isLessPrivate = (room: RoomPrivacy | null, needed: RoomPrivacy) =>
  room !== null && roomPrivacy.codes.indexOf(room) > roomPrivacy.codes.indexOf(needed)

/**
 * Refuses (422) an appointment that cannot be: without a place, turned round, longer than half a day, over already, or in a
 * room that is less private than the talk needs while nobody says why that will do.
 * @param room how private the chosen room is; null without a room
 */
export function refuseUnlessPossible(sheet: AppointmentSheet, room: RoomPrivacy | null, now: Date) {
  const [from, until] = [Date.parse(sheet.startsAt), Date.parse(sheet.endsAt)]
  whole([
    ['endsAt', until > from, 'before-the-beginning'],
    ['endsAt', until <= from || until - from <= longest, 'appointments/too-long'],
    ['endsAt', until > now.getTime(), 'appointments/over-already'],
    ['place', sheet.roomId !== null || says(sheet.place)],
    [
      'privacyReason',
      !isLessPrivate(room, sheet.privacy) || says(sheet.privacyReason),
      'appointments/room-less-private',
    ],
  ])
}

/** Refuses (409) to change or check what does not take place. */
export function refuseIfCancelled({ state }: Appointment) {
  if (state === 'cancelled') throw new Refusal('appointments/cancelled-already')
}

/** Refuses (409) a checklist where there is none: it belongs to assessments. */
export function refuseUnlessAssessment({ sheet }: Appointment) {
  if (sheet.kind !== 'assessment') throw new Refusal('appointments/no-checklist')
}
