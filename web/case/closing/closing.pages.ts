import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the closing stage. */
export const closingPages: PageRoute[] = [
  {
    path: '/cases/:caseId/closing',
    load: () => import('./ClosingPage.tsx').then((chunk) => chunk.ClosingPage),
  },
]
