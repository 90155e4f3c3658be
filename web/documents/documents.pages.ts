import type { PageRoute } from '#web/app/page-route.ts'

/** The official forms of a case. */
export const documentsPages: PageRoute[] = [
  {
    path: '/cases/:caseId/documents',
    load: () => import('./DocumentsPage.tsx').then((chunk) => chunk.DocumentsPage),
  },
  {
    path: '/cases/:caseId/interviews/:interviewId/paper',
    load: () => import('./DocumentsPage.tsx').then((chunk) => chunk.InterviewPaperPage),
  },
]
