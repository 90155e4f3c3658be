import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of a case as a whole. */
export const overviewPages: PageRoute[] = [
  { path: '/cases', load: () => import('./CasesPage.tsx').then((chunk) => chunk.CasesPage) },
  {
    path: '/cases/:caseId',
    load: () => import('./CasePage.tsx').then((chunk) => chunk.CasePage),
    // Of a case that one may not see nothing else is asked: each attempt stands in the audit.
    ahead: ({ me: { abilities }, params: { caseId } }) =>
      abilities.caseload === 'yes' ? [`/api/cases/${caseId}`] : [],
  },
]
