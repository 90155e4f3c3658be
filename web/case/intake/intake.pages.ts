import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the intake stage. */
export const intakePages: PageRoute[] = []
