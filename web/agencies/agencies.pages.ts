import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the agency. */
export const agenciesPages: PageRoute[] = []
