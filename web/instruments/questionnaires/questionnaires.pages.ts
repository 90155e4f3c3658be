import type { PageRoute } from '#web/app/page-route.ts'

/** Questionnaires by staff: designed in the agency, answered in a case; and the instruments that an agency loads. */
export const questionnairePages: PageRoute[] = [
  {
    path: '/questionnaires',
    load: () => import('./QuestionnairesPage.tsx').then((chunk) => chunk.QuestionnairesPage),
  },
  {
    path: '/questionnaires/:questionnaireId',
    load: () => import('./QuestionnairePage.tsx').then((chunk) => chunk.QuestionnairePage),
  },
  {
    path: '/cases/:caseId/questionnaires',
    load: () => import('./CaseQuestionnairesPage.tsx').then((chunk) => chunk.CaseQuestionnairesPage),
  },
  {
    path: '/instruments',
    load: () => import('../loaded/InstrumentsPage.tsx').then((chunk) => chunk.InstrumentsPage),
  },
]
