import type { Routes } from '#server/entrance/index.ts'

/** The delivery stage. */
export const deliveryRoutes: Routes = async () => {}
