import type { PageRoute } from '#web/app/page-route.ts'

/** The consents about a person, and those about the client of a case. */
export const consentPages: PageRoute[] = [
  {
    path: '/cases/:caseId/consents',
    load: () => import('./CaseConsentsPage.tsx').then((chunk) => chunk.CaseConsentsPage),
  },
  {
    path: '/people/:personId/consents',
    load: () => import('./PersonConsentsPage.tsx').then((chunk) => chunk.PersonConsentsPage),
  },
]
