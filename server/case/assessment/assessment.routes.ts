import type { Routes } from '#server/entrance/index.ts'

/** The assessment stage. */
export const assessmentRoutes: Routes = async () => {}
