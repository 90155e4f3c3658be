import type { PageRoute } from '#web/app/page-route.ts'

/** The scales of a case. */
export const scalePages: PageRoute[] = [
  {
    path: '/cases/:caseId/scales',
    load: () => import('./ScalesPage.tsx').then((chunk) => chunk.ScalesPage),
  },
]
