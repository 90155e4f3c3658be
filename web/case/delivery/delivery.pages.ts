import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the delivery stage. */
export const deliveryPages: PageRoute[] = [
  {
    path: '/cases/:caseId/delivery',
    load: () => import('./DeliveryPage.tsx').then((chunk) => chunk.DeliveryPage),
  },
  {
    path: '/cases/:caseId/process-records/:recordId',
    load: () => import('./RecordPage.tsx').then((chunk) => chunk.RecordPage),
  },
]
