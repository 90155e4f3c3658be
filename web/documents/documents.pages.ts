import type { PageRoute } from '#web/app/page-route.ts'

/** The official forms of a case, and those of a first contact, filled and blank. */
export const documentsPages: PageRoute[] = [
  {
    path: '/cases/:caseId/documents',
    load: () => import('./DocumentsPage.tsx').then((chunk) => chunk.DocumentsPage),
  },
  {
    path: '/inquiries/:inquiryId/documents',
    load: () => import('./FirstContactFormsPage.tsx').then((chunk) => chunk.FirstContactFormsPage),
  },
  {
    path: '/blank-forms',
    load: () => import('./FirstContactFormsPage.tsx').then((chunk) => chunk.BlankFormsPage),
  },
  {
    path: '/cases/:caseId/interviews/:interviewId/paper',
    load: () => import('./DocumentsPage.tsx').then((chunk) => chunk.InterviewPaperPage),
  },
]
