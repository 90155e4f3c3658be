import type { Routes } from '#server/entrance/index.ts'

/** Case files. */
export const caseRoutes: Routes = async () => {}
