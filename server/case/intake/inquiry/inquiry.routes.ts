import type { Routes } from '#server/entrance/index.ts'

/** First contacts. */
export const inquiryRoutes: Routes = async () => {}
