import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the evaluation stage. */
export const evaluationPages: PageRoute[] = [
  {
    path: '/cases/:caseId/evaluation',
    load: () => import('./EvaluationPage.tsx').then((chunk) => chunk.EvaluationPage),
  },
  {
    path: '/cases/:caseId/evaluation/:evaluationId',
    load: () => import('./EvaluationPage.tsx').then((chunk) => chunk.OneEvaluationPage),
  },
  {
    path: '/cases/:caseId/satisfaction',
    load: () => import('./SatisfactionPage.tsx').then((chunk) => chunk.SatisfactionPage),
  },
]
