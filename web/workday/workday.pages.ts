import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of a worker's day. */
export const workdayPages: PageRoute[] = [
  {
    path: '/',
    load: () => import('./TodayPage.tsx').then((chunk) => chunk.TodayPage),
    ahead: ({ me: { abilities } }) => (abilities.caseload === 'yes' ? ['/api/today', '/api/notices'] : []),
  },
  { path: '/reviews', load: () => import('./ReviewsPage.tsx').then((chunk) => chunk.ReviewsPage) },
]
