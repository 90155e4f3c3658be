import type { PageRoute } from '#web/app/page-route.ts'

/** The directory of agencies and services. */
export const directoryPages: PageRoute[] = [
  { path: '/directory', load: () => import('./DirectoryPage.tsx').then((chunk) => chunk.DirectoryPage) },
  { path: '/directory/new', load: () => import('./NewEntryPage.tsx').then((chunk) => chunk.NewEntryPage) },
  { path: '/directory/imports', load: () => import('./ImportsPage.tsx').then((chunk) => chunk.ImportsPage) },
  {
    path: '/directory/entries/:entryId',
    load: () => import('./EntryPage.tsx').then((chunk) => chunk.EntryPage),
  },
  {
    path: '/directory/entries/:entryId/change',
    load: () => import('./ChangeEntryPage.tsx').then((chunk) => chunk.ChangeEntryPage),
  },
]
