import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the intake stage: first contacts, and the interview of a case. */
export const intakePages: PageRoute[] = [
  {
    path: '/inquiries',
    load: () => import('./inquiry/InquiriesPage.tsx').then((chunk) => chunk.OpenInquiriesPage),
  },
  {
    path: '/inquiries/concluded',
    load: () => import('./inquiry/InquiriesPage.tsx').then((chunk) => chunk.ConcludedInquiriesPage),
  },
  {
    path: '/inquiries/new',
    load: () => import('./inquiry/ReceivePage.tsx').then((chunk) => chunk.ReceivePage),
  },
  {
    path: '/inquiries/:inquiryId',
    load: () => import('./inquiry/InquiryPage.tsx').then((chunk) => chunk.InquiryPage),
  },
  {
    path: '/inquiries/:inquiryId/preliminary-assessment',
    load: () =>
      import('./inquiry/PreliminaryAssessmentPage.tsx').then((chunk) => chunk.PreliminaryAssessmentPage),
  },
  {
    path: '/inquiries/:inquiryId/decision',
    load: () => import('./inquiry/DecisionPage.tsx').then((chunk) => chunk.DecisionPage),
  },
  {
    path: '/cases/:caseId/interview',
    load: () => import('./interview/InterviewPage.tsx').then((chunk) => chunk.InterviewPage),
  },
  {
    path: '/cases/:caseId/interviews/:interviewId',
    load: () => import('./interview/InterviewPage.tsx').then((chunk) => chunk.OneInterviewPage),
  },
]
