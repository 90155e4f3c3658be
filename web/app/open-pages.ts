import { pages } from './modules.ts'

/** The addresses of pages that are shown without signing in; a parameter stands for one part of the path. */
const openPaths = pages
  .filter((page) => page.open)
  .map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/gu, '[^/]+')}/?$`, 'u'))

/** Whether whoever is not signed in may see the page of a path. */
export const isOpenPath = (path: string): boolean => openPaths.some((pattern) => pattern.test(path))
