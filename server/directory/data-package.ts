import { z } from 'zod'
import type { FileNote } from '#contract/directory-imports.ts'
import { lastOf } from './short-names.ts'

export const packageName = 'datapackage.json'

const OnePath = z.string().min(1)

/** What we read of a data package: which file, or which files together, are which table. */
const DataPackage = z.object({
  resources: z
    .array(
      z.object({
        name: z.string().optional(),
        path: z.union([OnePath, z.array(OnePath).max(200)]).optional(),
      }),
    )
    .max(200),
})

/** Which table each file is, by its path, and what is to be said of the data package itself. */
export type NamedTables = Readonly<{ named: ReadonlyMap<string, string>; notes: readonly FileNote[] }>

/**
 * Reads which table each file is, as the data package says. Its paths go from its own folder; one that leads nowhere means the
 * file of that name, wherever it stands, and a file that is nowhere is told of.
 * @param value what the data package holds, undefined where that is no JSON
 */
export function tablesNamed(at: string, value: unknown, paths: readonly string[]): NamedTables {
  const read = DataPackage.safeParse(value)
  if (!read.success) return { named: new Map(), notes: [{ code: 'package-unreadable', file: packageName }] }
  const named = new Map<string, string>()
  const notes: FileNote[] = []
  const folder = at.slice(0, at.length - packageName.length)
  for (const { name = '', path = [] } of read.data.resources)
    for (const said of [path].flat()) {
      const found = paths.find((each) => each === `${folder}${said}`) ?? onlyOneCalled(lastOf(said), paths)
      if (found === undefined) notes.push({ code: 'not-there', file: said })
      else named.set(found, name)
    }
  return { named, notes }
}

function onlyOneCalled(name: string, paths: readonly string[]) {
  const [first, second] = paths.filter((path) => lastOf(path) === name)
  return second === undefined ? first : undefined
}
