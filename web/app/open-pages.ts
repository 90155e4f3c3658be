import { pages } from './modules.ts'
import type { PageRoute } from './page-route.ts'

type Params = Readonly<Record<string, string>>

const stepsOf = (path: string) => path.split('/').filter((step) => step !== '')

/** The parameters of a page in a path; null where the path is not the page's. A parameter stands for one step. */
function paramsIn(path: string, page: PageRoute): Params | null {
  const [asked, steps] = [stepsOf(path), stepsOf(page.path)]
  const fits = (step: string, place: number) => step.startsWith(':') || step === asked[place]
  if (asked.length !== steps.length || !steps.every(fits)) return null
  return Object.fromEntries(
    steps.flatMap((step, place) => (step.startsWith(':') ? [[step.slice(1), asked[place] ?? '']] : [])),
  )
}

const openPages = pages.filter((page) => page.open)

/** Whether whoever is not signed in may see the page of a path. */
export const isOpenPath = (path: string): boolean => openPages.some((page) => paramsIn(path, page) !== null)

/** The page of a path, as the router chooses it: the one with the fewest parameters. */
export function pageAt(path: string): { page: PageRoute; params: Params } | null {
  const [found] = pages
    .flatMap((page) => {
      const params = paramsIn(path, page)
      return params ? [{ page, params }] : []
    })
    .toSorted((one, other) => Object.keys(one.params).length - Object.keys(other.params).length)
  return found ?? null
}
