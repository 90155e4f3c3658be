import type { Routes } from '#server/entrance/index.ts'

/** The closing stage. */
export const closingRoutes: Routes = async () => {}
