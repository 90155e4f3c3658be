import type { PageRoute } from '#web/app/page-route.ts'

/** The pages of the delivery stage. */
export const deliveryPages: PageRoute[] = []
