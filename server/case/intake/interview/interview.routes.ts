import type { Routes } from '#server/entrance/index.ts'

/** Intake interviews. */
export const interviewRoutes: Routes = async () => {}
