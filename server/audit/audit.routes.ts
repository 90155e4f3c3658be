import type { Routes } from '#server/entrance/index.ts'

/** Who looked and who changed. */
export const auditRoutes: Routes = async () => {}
