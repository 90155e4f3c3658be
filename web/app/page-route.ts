import type { ComponentType } from 'react'

/**
 * One page of a module. `path` names its parameters with a colon (`/cases/:caseId/plan`);
 * `load` fetches the page's own chunk: `() => import('./PlanPage.tsx').then((chunk) => chunk.PlanPage)`.
 * `open` pages are shown without signing in.
 */
export type PageRoute = {
  path: `/${string}`
  load: () => Promise<ComponentType>
  open?: boolean
}
