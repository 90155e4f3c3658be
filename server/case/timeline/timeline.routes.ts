import type { Routes } from '#server/entrance/index.ts'

/** The story of a case. */
export const timelineRoutes: Routes = async () => {}
