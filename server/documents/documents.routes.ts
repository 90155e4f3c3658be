import type { Routes } from '#server/entrance/index.ts'

/** Official forms. */
export const documentRoutes: Routes = async () => {}
