import type { PageRoute } from '#web/app/page-route.ts'

/** Referrals out of the agency and into it. */
export const sharingPages: PageRoute[] = [
  { path: '/referrals', load: () => import('./ReferralsPage.tsx').then((chunk) => chunk.ReferralsPage) },
  {
    path: '/received-referrals',
    load: () => import('./ReceivedReferralsPage.tsx').then((chunk) => chunk.ReceivedReferralsPage),
  },
  {
    path: '/received-referrals/:receivedReferralId',
    load: () => import('./ReceivedReferralPage.tsx').then((chunk) => chunk.ReceivedReferralPage),
  },
  {
    path: '/people/:personId/referrals/:referralId',
    load: () => import('./ReferralPage.tsx').then((chunk) => chunk.ReferralPage),
  },
  {
    path: '/cases/:caseId/referrals',
    load: () => import('./CaseReferralsPage.tsx').then((chunk) => chunk.CaseReferralsPage),
  },
  {
    path: '/inquiries/:inquiryId/referrals',
    load: () => import('./InquiryReferralsPage.tsx').then((chunk) => chunk.InquiryReferralsPage),
  },
]
