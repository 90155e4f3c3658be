import type { PageRoute } from '#web/app/page-route.ts'

/** The files of a case. */
export const attachmentsPages: PageRoute[] = [
  {
    path: '/cases/:caseId/attachments',
    load: () => import('./AttachmentsPage.tsx').then((chunk) => chunk.AttachmentsPage),
  },
]
