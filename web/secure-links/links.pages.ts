import type { PageRoute } from '#web/app/page-route.ts'

/** The page of whoever has a link and no account. */
export const linkPages: PageRoute[] = [
  { path: '/link', open: true, load: () => import('./LinkPage.tsx').then((chunk) => chunk.LinkPage) },
]
