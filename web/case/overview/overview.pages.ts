import type { CaseView } from '#contract/case/overview.ts'
import type { ReadPath } from '#web/app/ahead.ts'
import type { PageRoute } from '#web/app/page-route.ts'
import { looksAsked } from '#web/audit/looks-asked.ts'

/** The pages of a case as a whole. */
export const overviewPages: PageRoute[] = [
  { path: '/cases', load: () => import('./CasesPage.tsx').then((chunk) => chunk.CasesPage) },
  {
    path: '/cases/:caseId',
    load: () => import('./CasePage.tsx').then((chunk) => chunk.CasePage),
    ahead: ({ me: { abilities }, params: { caseId } }) =>
      abilities.caseload === 'yes' ? [{ path: `/api/cases/${caseId}`, afterwards: asksOfCase }] : [],
  },
]

/** Asked only once the case was shown: each attempt at a case that one may not see stands in the audit. */
async function asksOfCase(answer: Response): Promise<ReadPath[]> {
  const { id, client, abilities }: CaseView = await answer.json()
  return [
    `/api/people/${client.id}/client-kinds?caseId=${id}`,
    `/api/people/${client.id}/safe-contacts`,
    `/api/cases/${id}/family`,
    `/api/cases/${id}/timeline`,
    ...(abilities.audit === 'yes' ? [`/api/cases/${id}/audit?limit=${looksAsked}` as const] : []),
  ]
}
