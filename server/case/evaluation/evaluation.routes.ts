import type { Routes } from '#server/entrance/index.ts'

/** The evaluation stage. */
export const evaluationRoutes: Routes = async () => {}
