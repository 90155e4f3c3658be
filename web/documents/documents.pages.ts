import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of forms, letters and files. */
export const documentsPages: PageRoute[] = []
