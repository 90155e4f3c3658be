import type { Routes } from '#server/entrance/index.ts'

/** The plan stage. */
export const planRoutes: Routes = async () => {}
