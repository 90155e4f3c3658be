import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the people in the records. */
export const peoplePages: PageRoute[] = [
  { path: '/people', load: () => import('./PeoplePage.tsx').then((chunk) => chunk.PeoplePage) },
  { path: '/people/:personId', load: () => import('./PersonPage.tsx').then((chunk) => chunk.PersonPage) },
]
