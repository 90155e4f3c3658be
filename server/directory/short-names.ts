/** The last part of a path; archives and data packages write them with a slash. */
export const lastOf = (path: string) => path.split('/').at(-1) ?? path

/** What each file is called in a report: its name, or where two folders hold one of that name its whole path. */
export function shortNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const path of paths) counts.set(lastOf(path), (counts.get(lastOf(path)) ?? 0) + 1)
  return new Map(paths.map((path) => [path, counts.get(lastOf(path)) === 1 ? lastOf(path) : path]))
}
