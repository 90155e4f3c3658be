import type { PageRoute } from '#web/app/page-route.ts'

/** The family of a person as a picture. */
export const drawingsPages: PageRoute[] = [
  {
    path: '/people/:personId/genogram',
    load: () => import('./GenogramPage.tsx').then((chunk) => chunk.GenogramPage),
  },
]
