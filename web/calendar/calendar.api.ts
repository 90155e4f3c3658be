import { queryOptions, useQueryClient } from '@tanstack/react-query'
import {
  AppointmentPage,
  AppointmentView,
  type BookAppointment,
  type CalendarLine,
  CalendarPage,
  type CalendarQuery,
  type ChangeAppointment,
  type CheckPrepared,
} from '#contract/calendar.ts'
import type { Language } from '#contract/language.ts'
import { SettingList, type SettingOf } from '#contract/settings/index.ts'
import { api } from '#web/app/api.ts'
import { caseKey } from '#web/case/overview/overview.api.ts'
import { todayHere } from '#web/ui/index.ts'
import { dayAfter, momentAt } from './days.ts'

const place = (caseId: string) => `/api/cases/${caseId}/appointments` as const
const key = ['calendar'] as const

/** Whose calendar, and from when until when. */
export type Asked = Pick<CalendarQuery, 'show' | 'from' | 'until'>

// Six weeks of a whole team are a few pages; more are not shown at once.
const mostPages = 10

/** All lines of a calendar between two moments. */
export const calendarQuery = ({ show, from, until }: Asked) =>
  queryOptions({
    queryKey: [...key, show, from, until],
    queryFn: async ({ signal }) => {
      const lines: CalendarLine[] = []
      let after: string | null = null
      for (let page = 0; page < mostPages; page += 1) {
        const asked = new URLSearchParams({ show, from, until, limit: '100', ...(after ? { after } : {}) })
        const { value } = await api.get(`/api/calendar?${asked.toString()}`, CalendarPage, { signal })
        lines.push(...value.rows)
        after = value.next
        if (after === null) break
      }
      return lines
    },
    // Rooms are taken by others: always asked anew.
    staleTime: 0,
  })

/** Whom I meet today and tomorrow. */
export function nextAppointmentsQuery() {
  const today = todayHere()
  return calendarQuery({ show: 'own', from: momentAt(today), until: momentAt(dayAfter(today, 2)) })
}

/** A room of the agency with its id. */
export type Room = Readonly<{ id: string }> & SettingOf<'room'>['sheet']

/** The rooms that are in use now. */
export const roomsQuery = queryOptions({
  queryKey: ['rooms'],
  queryFn: async ({ signal }): Promise<Room[]> => {
    const { value } = await api.get('/api/agency/settings?kind=room', SettingList, { signal })
    return value.rows.flatMap((setting) =>
      setting.kind === 'room' && setting.state === 'in-force'
        ? [{ id: setting.subject, ...setting.sheet }]
        : [],
    )
  },
})

/** The newest appointments of a case. */
export const appointmentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'appointments'],
    queryFn: async ({ signal }) =>
      (await api.get(`${place(caseId)}?limit=100`, AppointmentPage, { signal })).value,
  })

/** Books an appointment; the id is made by the screen, so that a retry books nothing twice. */
export const bookAppointment = (caseId: string, body: BookAppointment) =>
  api.post(place(caseId), AppointmentView, { body, idempotencyKey: body.id })

/** Changes an appointment, with the reason. */
export const changeAppointment = ({ id, caseId, version }: AppointmentView, body: ChangeAppointment) =>
  api.put(`${place(caseId)}/${id}`, AppointmentView, { body, version })

/** Cancels an appointment, with the reason. */
export const cancelAppointment = ({ id, caseId, version }: AppointmentView, reason: string) =>
  api.put(`${place(caseId)}/${id}/cancellation`, AppointmentView, { body: { reason }, version })

/** Ticks what was made sure of before an assessment. */
export const checkPrepared = ({ id, caseId, version }: AppointmentView, body: CheckPrepared) =>
  api.put(`${place(caseId)}/${id}/preparation`, AppointmentView, { body, version })

/** Where the browser fetches one appointment for another calendar. */
export const calendarFileAddress = ({ id, caseId }: AppointmentView, language: Language) =>
  `${place(caseId)}/${id}/calendar-file?language=${language}`

/** After an appointment changed, calendars and the case are seen anew. */
export function useAfterAppointment(caseId: string) {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: caseKey(caseId) })
    await queries.invalidateQueries({ queryKey: key })
  }
}
