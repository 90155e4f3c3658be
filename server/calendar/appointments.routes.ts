import { z } from 'zod'
import {
  AppointmentPage,
  AppointmentView,
  BookAppointment,
  CalendarFileQuery,
  CalendarPage,
  CalendarQuery,
  CancelAppointment,
  ChangeAppointment,
  CheckPrepared,
} from '#contract/calendar.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  bookAppointment,
  cancelAppointment,
  changeAppointment,
  checkPrepared,
} from './appointments.actions.ts'
import { viewAppointment, viewAppointments } from './appointments.view.ts'
import { calendarPage } from './calendar.queries.ts'
import { fileOfAppointment } from './calendar-file.queries.ts'

const ofCase = z.strictObject({ caseId: Id })
const params = z.strictObject({ caseId: Id, appointmentId: Id })
const all = '/cases/:caseId/appointments'
const one = `${all}/:appointmentId` as const

/** Appointments with their rooms: read in a calendar and in the case, booked, changed, cancelled. */
export const calendarRoutes: Routes = async (app, options) => {
  await readRoutes(app, options)
  await changeRoutes(app, options)
}

const readRoutes: Routes = async (app, { enter }) => {
  app.get('/calendar', {
    config: { operation: 'appointment.list' },
    schema: {
      summary: 'My calendar, my team’s, or that of the rooms',
      querystring: CalendarQuery,
      response: { 200: CalendarPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => calendarPage(tx, request.query)),
  })

  app.get(all, {
    config: { operation: 'appointment.read' },
    schema: {
      summary: 'Appointments of a case',
      params: ofCase,
      querystring: PageQuery,
      response: { 200: AppointmentPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewAppointments(tx, request.params.caseId, request.query)),
  })

  app.get(one, {
    config: { operation: 'appointment.read' },
    schema: { summary: 'One appointment', params, response: { 200: AppointmentView } },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewAppointment(tx, request.params.caseId, request.params.appointmentId)),
  })

  app.get(`${one}/calendar-file`, {
    config: { operation: 'appointment.read' },
    schema: {
      summary: 'One appointment for another calendar (iCalendar)',
      params,
      querystring: CalendarFileQuery,
    },
    handler: async (request, reply) => {
      const { caseId, appointmentId } = request.params
      const { file } = await enter(request, reply, (tx) =>
        fileOfAppointment(tx, { caseId, appointmentId, language: request.query.language }),
      )
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('content-disposition', 'attachment; filename="appointment.ics"')
        .header('content-security-policy', 'sandbox')
        .send(file)
    },
  })
}

const changeRoutes: Routes = async (app, { enter }) => {
  app.post(all, {
    config: { operation: 'appointment.book', creates: true },
    schema: {
      summary: 'Book an appointment, with its room and its workers',
      params: ofCase,
      body: BookAppointment,
      response: { 201: AppointmentView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await bookAppointment(tx, request.params.caseId, request.body)
        return viewAppointment(tx, request.params.caseId, request.body.id)
      }),
  })

  /** Every change of one appointment: its noun, what it takes, and the act. */
  const change = <Body extends z.ZodType>(
    noun: string,
    summary: string,
    body: Body,
    act: (tx: Transaction, caseId: string, id: string, input: z.output<Body>) => Promise<void>,
  ) =>
    app.put(`${one}${noun}`, {
      config: { operation: 'appointment.change' },
      schema: { summary, params, body, response: { 200: AppointmentView } },
      handler: (request, reply) => {
        const { caseId, appointmentId } = request.params
        const current = (tx: Transaction) => viewAppointment(tx, caseId, appointmentId)
        const work = async (tx: Transaction) => {
          await act(tx, caseId, appointmentId, body.parse(request.body))
          return current(tx)
        }
        return enter(request, reply, work, { current })
      },
    })

  change('', 'Change an appointment, with the reason', ChangeAppointment, changeAppointment)
  change(
    '/cancellation',
    'Cancel an appointment, with the reason',
    CancelAppointment,
    (tx, caseId, id, said) => cancelAppointment(tx, caseId, id, said.reason),
  )
  change('/preparation', 'Tick what was made sure of before an assessment', CheckPrepared, checkPrepared)
}
