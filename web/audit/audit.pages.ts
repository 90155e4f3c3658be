import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of who looked and who changed. */
export const auditPages: PageRoute[] = [
  { path: '/audit', load: () => import('./AuditLogPage.tsx').then((chunk) => chunk.AuditLogPage) },
  {
    path: '/cases/:caseId/audit',
    load: () => import('./CaseAuditPage.tsx').then((chunk) => chunk.CaseAuditPage),
  },
]
