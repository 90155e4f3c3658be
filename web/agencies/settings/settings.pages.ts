import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the agency's settings. */
export const settingsPages: PageRoute[] = [
  { path: '/agency/settings/about', load: () => import('./AboutPage.tsx').then((chunk) => chunk.AboutPage) },
  { path: '/agency/settings/sites', load: () => import('./SitesPage.tsx').then((chunk) => chunk.SitesPage) },
  { path: '/agency/settings/reach', load: () => import('./ReachPage.tsx').then((chunk) => chunk.ReachPage) },
  {
    path: '/agency/settings/deadlines',
    load: () => import('./DeadlinesPage.tsx').then((chunk) => chunk.DeadlinesPage),
  },
  {
    path: '/agency/settings/workflow',
    load: () => import('./WorkflowPage.tsx').then((chunk) => chunk.WorkflowPage),
  },
  {
    path: '/agency/settings/fields',
    load: () => import('./FieldsPage.tsx').then((chunk) => chunk.FieldsPage),
  },
  {
    path: '/agency/settings/code-lists',
    load: () => import('../code-lists/CodeListsPage.tsx').then((chunk) => chunk.CodeListsPage),
  },
  {
    path: '/agency/settings/divisions',
    load: () => import('../divisions/DivisionsPage.tsx').then((chunk) => chunk.DivisionsPage),
  },
  {
    path: '/agency/settings/code-lists/:list',
    load: () => import('../code-lists/CodeListPage.tsx').then((chunk) => chunk.CodeListPage),
  },
]
