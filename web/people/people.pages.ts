import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the people in the records. */
export const peoplePages: PageRoute[] = []
