import type { PageRoute } from '#web/app/page-route.ts'

/** The calendar, and the appointments of a case. */
export const calendarPages: PageRoute[] = [
  { path: '/calendar', load: () => import('./CalendarPage.tsx').then((chunk) => chunk.CalendarPage) },
  {
    path: '/cases/:caseId/appointments',
    load: () => import('./CaseAppointmentsPage.tsx').then((chunk) => chunk.CaseAppointmentsPage),
  },
]
