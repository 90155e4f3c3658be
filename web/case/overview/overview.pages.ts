import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of a case as a whole. */
export const overviewPages: PageRoute[] = []
