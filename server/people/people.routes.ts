import type { Routes } from '#server/entrance/index.ts'

/** People. */
export const peopleRoutes: Routes = async () => {}
