import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the evaluation stage. */
export const evaluationPages: PageRoute[] = []
