import type { PageRoute } from '#web/app/page-route.ts'

/** Opening a case in an emergency, and what was opened. */
export const breakGlassPages: PageRoute[] = [
  {
    path: '/break-glass',
    load: () => import('./BreakGlassPage.tsx').then((chunk) => chunk.BreakGlassPage),
  },
  {
    path: '/break-glass/openings',
    load: () => import('./OpeningsPage.tsx').then((chunk) => chunk.OpeningsPage),
  },
]
