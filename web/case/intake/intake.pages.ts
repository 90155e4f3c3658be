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
    path: '/reception',
    load: () => import('./reception/ReceptionPage.tsx').then((chunk) => chunk.ReceptionPage),
  },
  {
    path: '/ask/:agencyId',
    open: true,
    load: () => import('./web-form/AskPage.tsx').then((chunk) => chunk.AskPage),
  },
  {
    path: '/web-requests',
    load: () => import('./web-form/WebRequestsPage.tsx').then((chunk) => chunk.WebRequestsPage),
  },
  {
    path: '/waits',
    load: () => import('./waiting/WaitsPage.tsx').then((chunk) => chunk.WaitsPage),
  },
  {
    path: '/inquiries/:inquiryId/wait',
    load: () => import('./waiting/WaitPage.tsx').then((chunk) => chunk.WaitPage),
  },
  {
    path: '/inquiries/:inquiryId/screening',
    load: () => import('./screening/ScreeningPage.tsx').then((chunk) => chunk.ScreeningPage),
  },
  {
    path: '/outreach',
    load: () => import('./reception/OutreachesPage.tsx').then((chunk) => chunk.OutreachesPage),
  },
  {
    path: '/outreach/:outreachId',
    load: () => import('./reception/OutreachPage.tsx').then((chunk) => chunk.OutreachPage),
  },
  {
    path: '/leaflets',
    load: () => import('./reception/LeafletsPage.tsx').then((chunk) => chunk.LeafletsPage),
  },
  {
    path: '/leaflets/:leafletId',
    load: () => import('./reception/LeafletPage.tsx').then((chunk) => chunk.LeafletPage),
  },
  {
    path: '/inquiries/:inquiryId/crisis',
    load: () => import('./crisis/CrisisPage.tsx').then((chunk) => chunk.CrisisPage),
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
    path: '/interview-outlines',
    load: () => import('./outline/OutlinesPage.tsx').then((chunk) => chunk.OutlinesPage),
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
