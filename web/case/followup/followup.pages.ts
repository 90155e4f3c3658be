import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the follow-up stage. */
export const followupPages: PageRoute[] = [
  {
    path: '/cases/:caseId/follow-up',
    load: () => import('./FollowUpPage.tsx').then((chunk) => chunk.FollowUpPage),
  },
]
