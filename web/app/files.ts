/**
 * The files in which the program travels, but for each page's own: one needs only those that stand before it. vite.config.ts says
 * what each holds, and load-in-turn.ts runs them in this order.
 */
export const sharedFiles = [
  'rolldown-runtime',
  'react',
  'zod',
  'contract',
  'query',
  'router',
  'ground',
  'beginning',
  'often',
  'seldom',
  'hub',
  'hubs',
  'story',
  'today',
  'case',
] as const

export type SharedFile = (typeof sharedFiles)[number]

/** Files in the order in which they are run: what others need first, the page's own last. `react-a1B2.js` is the file `react`. */
export function inOrder(files: readonly string[]): string[] {
  const placeOf = (file: string) => {
    const name = /([\w-]+)-[\w-]{8}\.js$/u.exec(file)?.[1]
    const place = sharedFiles.findIndex((shared) => shared === name)
    return place === -1 ? sharedFiles.length : place
  }
  return files.toReversed().toSorted((one, other) => placeOf(one) - placeOf(other))
}
