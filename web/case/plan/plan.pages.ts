import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the plan stage. */
export const planPages: PageRoute[] = [
  { path: '/cases/:caseId/plan', load: () => import('./PlanPage.tsx').then((chunk) => chunk.PlanPage) },
  {
    path: '/cases/:caseId/plans/:planId',
    load: () => import('./PlanRoom.tsx').then((chunk) => chunk.PlanEditionPage),
  },
  {
    path: '/cases/:caseId/plans/:planId/client-copy',
    load: () => import('./ClientCopyPage.tsx').then((chunk) => chunk.ClientCopyPage),
  },
]
