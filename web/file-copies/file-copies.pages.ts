import type { PageRoute } from '#web/app/page-route.ts'

/** Copies of a client's own file. */
export const fileCopyPages: PageRoute[] = [
  {
    path: '/cases/:caseId/file-copies',
    load: () => import('./FileCopiesPage.tsx').then((chunk) => chunk.FileCopiesPage),
  },
]
