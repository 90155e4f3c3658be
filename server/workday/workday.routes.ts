import type { Routes } from '#server/entrance/index.ts'

/** A worker's day. */
export const workdayRoutes: Routes = async () => {}
