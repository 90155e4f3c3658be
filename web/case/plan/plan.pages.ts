import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the plan stage. */
export const planPages: PageRoute[] = []
