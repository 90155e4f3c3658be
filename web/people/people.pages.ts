import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the people in the records. */
export const peoplePages: PageRoute[] = [
  { path: '/people', load: () => import('./PeoplePage.tsx').then((chunk) => chunk.PeoplePage) },
  {
    path: '/people/:personId/merge',
    load: () => import('./ProposeMergePage.tsx').then((chunk) => chunk.ProposeMergePage),
  },
  {
    path: '/potential-clients',
    load: () => import('./PotentialClientsPage.tsx').then((chunk) => chunk.PotentialClientsPage),
  },
  { path: '/families/:familyId', load: () => import('./FamilyPage.tsx').then((chunk) => chunk.FamilyPage) },
  { path: '/person-merges', load: () => import('./MergesPage.tsx').then((chunk) => chunk.MergesPage) },
  { path: '/person-merges/:mergeId', load: () => import('./MergePage.tsx').then((chunk) => chunk.MergePage) },
  { path: '/people/:personId', load: () => import('./PersonPage.tsx').then((chunk) => chunk.PersonPage) },
]
