import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the story of a case. */
export const timelinePages: PageRoute[] = [
  {
    path: '/cases/:caseId/timeline',
    load: () => import('./TimelinePage.tsx').then((chunk) => chunk.TimelinePage),
  },
]
