import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of who looked and who changed. */
export const auditPages: PageRoute[] = []
