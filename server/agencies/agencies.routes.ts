import type { Routes } from '#server/entrance/index.ts'

/** The agency and its workers. */
export const agencyRoutes: Routes = async () => {}
