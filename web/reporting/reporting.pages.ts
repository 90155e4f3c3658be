import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the numbers. */
export const reportingPages: PageRoute[] = [
  { path: '/statistics', load: () => import('./StatisticsPage.tsx').then((chunk) => chunk.StatisticsPage) },
]
