import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the story of a case. */
export const timelinePages: PageRoute[] = []
