import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of a worker's day. */
export const workdayPages: PageRoute[] = []
