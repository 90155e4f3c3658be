import type { PageRoute } from '#web/app/page-route.ts'

/** The pages before anybody is signed in, and one's own account. Signing in itself is shown by the shell, wherever one wanted to go. */
export const accessPages: PageRoute[] = [
  { path: '/setup', open: true, load: () => import('./SetUpPage.tsx').then((chunk) => chunk.SetUpPage) },
  { path: '/reset', open: true, load: () => import('./ResetPage.tsx').then((chunk) => chunk.ResetPage) },
  { path: '/account', load: () => import('./AccountPage.tsx').then((chunk) => chunk.AccountPage) },
]
