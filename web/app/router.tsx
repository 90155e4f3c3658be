import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type ErrorComponentProps,
} from '@tanstack/react-router'
import { Suspense } from 'react'
import { Loading } from '#web/ui/index.ts'
import { RefusedByServer, ServerUnreachable } from './api.ts'
import { FaultPage, NotFoundPage } from './NoPages.tsx'
import { pages } from './modules.ts'
import type { PageRoute } from './page-route.ts'
import { somebodyIsIn } from './queries.ts'
import { Shell } from './Shell.tsx'

const isAnswer = (error: unknown) => error instanceof RefusedByServer || error instanceof ServerUnreachable

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

/** `/cases/:caseId` as the router writes it. */
export const routerPath = (path: string): string => path.replaceAll(/:(\w+)/g, '$$$1')

/**
 * A page whose chunk is fetched before the page is gone to, once somebody is in. What stands around it does not wait for
 * that: whoever comes to the door is shown the door and loads nothing of what is behind it.
 */
function pageComponent(page: PageRoute) {
  const Chunk = lazyRouteComponent(async () => {
    const Page = await page.load()
    return { default: () => <Page /> }
  })
  const Shown = () => (
    <Suspense fallback={<Loading />}>
      <Chunk />
    </Suspense>
  )
  const preload = async () => {
    if (page.open || somebodyIsIn()) await Chunk.preload?.()
  }
  return Object.assign(Shown, { preload })
}

const routeFor = (page: PageRoute) =>
  createRoute({
    getParentRoute: () => root,
    path: routerPath(page.path),
    component: pageComponent(page),
  })

/** The product's pages. Each module's chunk is fetched when its link is touched or pointed at. */
export const router = createRouter({
  routeTree: root.addChildren(pages.map(routeFor)),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: NotFoundPage,
  // A part of the program that failed, or did not come, would be remembered as it is: it is tried again from the beginning.
  defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => (
    <FaultPage error={error} retry={isAnswer(error) ? reset : () => location.reload()} />
  ),
})
