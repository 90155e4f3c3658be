import type { PageRoute } from '#web/app/page-route.ts'

/** The family of a person and the ecomaps of a case as pictures. */
export const drawingsPages: PageRoute[] = [
  {
    path: '/people/:personId/genogram',
    load: () => import('./GenogramPage.tsx').then((chunk) => chunk.GenogramPage),
  },
  {
    path: '/cases/:caseId/ecomap',
    load: () => import('./EcomapPage.tsx').then((chunk) => chunk.EcomapPage),
  },
]
