import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the agency. */
export const agenciesPages: PageRoute[] = [
  { path: '/agency', load: () => import('./AgencyPage.tsx').then((chunk) => chunk.AgencyPage) },
]
