import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the assessment stage. */
export const assessmentPages: PageRoute[] = []
