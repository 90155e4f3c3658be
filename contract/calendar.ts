import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  appointmentKind,
  appointmentState,
  contactMode,
  preparedItem,
  roomPrivacy,
} from '#contract/codes/index.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { DraftLine, DraftText, LongText } from '#contract/text.ts'

/** When, where, why and with whom. A place is a room of the agency, or words. */
export const AppointmentSheet = z.strictObject({
  kind: appointmentKind.schema,
  startsAt: Moment,
  endsAt: Moment,
  mode: contactMode.schema,
  roomId: Id.nullable(),
  place: DraftLine(400),
  purpose: DraftText,
  /** Who comes besides the workers. */
  withWhom: DraftLine(400),
  workerIds: z.array(Id).min(1).max(10),
  /** How private the talk must be, and why a room that is less so will do. */
  privacy: roomPrivacy.schema,
  privacyReason: DraftText,
})
export type AppointmentSheet = z.infer<typeof AppointmentSheet>

/** Books an appointment; its id is made by whoever books it. */
export const BookAppointment = z.strictObject({ id: Id, sheet: AppointmentSheet })
export type BookAppointment = z.infer<typeof BookAppointment>

/** Changes an appointment, with the reason. */
export const ChangeAppointment = z.strictObject({ sheet: AppointmentSheet, reason: LongText })
export type ChangeAppointment = z.infer<typeof ChangeAppointment>

/** Cancels an appointment, with the reason; its room and workers are free again. */
export const CancelAppointment = z.strictObject({ reason: LongText })
export type CancelAppointment = z.infer<typeof CancelAppointment>

/** What was made sure of before an assessment. */
export const CheckPrepared = z.strictObject({
  items: z.array(preparedItem.schema).max(preparedItem.codes.length),
})
export type CheckPrepared = z.infer<typeof CheckPrepared>

const Act = z.object({ by: WorkerRef, at: Moment, reason: z.string() })

/** An appointment as whoever sees its case sees it. */
export const AppointmentView = z.object({
  id: Id,
  caseId: Id,
  sheet: AppointmentSheet,
  state: appointmentState.schema,
  workers: z.array(WorkerRef),
  /** How private the room was when it was booked; null without a room. */
  roomPrivacy: roomPrivacy.schema.nullable(),
  booked: z.object({ by: WorkerRef, at: Moment }),
  changed: Act.nullable(),
  cancelled: Act.nullable(),
  prepared: z.object({ items: z.array(preparedItem.schema), by: WorkerRef, at: Moment }).nullable(),
  version: z.int(),
  abilities: z.object({ change: Ability, check: Ability }),
})
export type AppointmentView = z.infer<typeof AppointmentView>

/** The appointments of a case, the last one first. */
export const AppointmentPage = pageOf(AppointmentView).extend({ abilities: z.object({ book: Ability }) })
export type AppointmentPage = z.infer<typeof AppointmentPage>

/** Whose calendar: my own, my team's, or that of the rooms (of one, where it is named). */
export const CalendarQuery = PageQuery.extend({
  show: z.enum(['own', 'team', 'rooms']),
  from: Moment,
  until: Moment,
  roomId: Id.optional(),
})
export type CalendarQuery = z.infer<typeof CalendarQuery>

/** So long a calendar may be asked for at once. */
export const mostCalendarDays = 42

/**
 * One line of a calendar: a worker or a room is taken. What it is for stands there only for whoever sees its case; for everybody
 * else it is busy, and no more.
 */
export const CalendarLine = z.object({
  id: Id,
  startsAt: Moment,
  endsAt: Moment,
  worker: WorkerRef.nullable(),
  roomId: Id.nullable(),
  appointment: z
    .object({
      id: Id,
      caseId: Id,
      caseNumber: z.string(),
      clientName: z.string(),
      kind: appointmentKind.schema,
      purpose: z.string(),
      roomId: Id.nullable(),
      place: z.string(),
    })
    .nullable(),
})
export type CalendarLine = z.infer<typeof CalendarLine>
export const CalendarPage = pageOf(CalendarLine)
export type CalendarPage = z.infer<typeof CalendarPage>

/** One appointment for another calendar: the language of the few words in it. */
export const CalendarFileQuery = z.strictObject({ language: Language.default('en') })

/** What the calendar may say no with. */
export const calendarRefusals = {
  'appointments/room-taken': 'not-now',
  'appointments/worker-taken': 'not-now',
  'appointments/no-such-room': 'unfinished',
  'appointments/worker-sees-no-case': 'unfinished',
  'appointments/cancelled-already': 'not-now',
  'appointments/no-checklist': 'not-now',
  'appointments/range-too-long': 'malformed',
} as const
