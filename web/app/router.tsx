import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ErrorComponentProps,
} from '@tanstack/react-router'
import { Loading } from '#web/ui/index.ts'
import { FaultPage, NotFoundPage } from './NoPages.tsx'
import { pages } from './modules.ts'
import type { PageRoute } from './page-route.ts'
import { Shell } from './Shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

/** `/cases/:caseId` as the router writes it. */
export const routerPath = (path: string): string => path.replaceAll(/:(\w+)/g, '$$$1')

const routeFor = (page: PageRoute) =>
  createRoute({
    getParentRoute: () => root,
    path: routerPath(page.path),
    component: lazyRouteComponent(async () => ({ default: await page.load() })),
  })

/** The product's pages. Each module's chunk is fetched when its link is touched or pointed at. */
export const router = createRouter({
  routeTree: root.addChildren(pages.map(routeFor)),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => <FaultPage error={error} retry={reset} />,
})
