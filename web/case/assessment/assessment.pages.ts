import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the assessment stage. */
export const assessmentPages: PageRoute[] = [
  {
    path: '/cases/:caseId/assessment',
    load: () => import('./AssessmentPage.tsx').then((chunk) => chunk.AssessmentPage),
  },
  {
    path: '/cases/:caseId/assessment/:assessmentId',
    load: () => import('./OneAssessmentPage.tsx').then((chunk) => chunk.OneAssessmentPage),
  },
  {
    path: '/cases/:caseId/assessment/:assessmentId/beside/:otherId',
    load: () => import('./ComparePage.tsx').then((chunk) => chunk.ComparePage),
  },
  {
    path: '/cases/:caseId/evidence',
    load: () => import('./evidence/EvidencePage.tsx').then((chunk) => chunk.EvidencePage),
  },
  {
    path: '/cases/:caseId/evidence/contacts',
    load: () => import('./evidence/ContactsPage.tsx').then((chunk) => chunk.ContactsPage),
  },
  {
    path: '/cases/:caseId/assessment/:assessmentId/together',
    load: () => import('./TogetherPage.tsx').then((chunk) => chunk.TogetherPage),
  },
]
