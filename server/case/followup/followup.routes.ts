import type { Routes } from '#server/entrance/index.ts'

/** The followup stage. */
export const followupRoutes: Routes = async () => {}
