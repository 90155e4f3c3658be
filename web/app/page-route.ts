import type { ComponentType } from 'react'
import type { Me } from '#contract/access.ts'
import type { ReadPath } from './ahead.ts'

/** Something that a page reads first; `afterwards` names what is asked once its answer is there. */
export type ReadAhead = ReadPath | { path: ReadPath; afterwards: (answer: Response) => Promise<ReadPath[]> }

/**
 * One page of a module. `path` names its parameters with a colon (`/cases/:caseId/plan`);
 * `load` fetches the page's own chunk: `() => import('./PlanPage.tsx').then((chunk) => chunk.PlanPage)`.
 * `open` pages are shown without signing in.
 * `ahead` names what the page reads first: where it is the first page of a visit, that is asked for while the program is on its way.
 */
export type PageRoute = {
  path: `/${string}`
  load: () => Promise<ComponentType>
  open?: boolean
  ahead?: (visit: { me: Me; params: Readonly<Record<string, string>> }) => ReadAhead[]
}
