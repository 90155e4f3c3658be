import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the followup stage. */
export const followupPages: PageRoute[] = []
