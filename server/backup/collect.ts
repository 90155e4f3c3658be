import { type Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Entry } from './frames.ts'

/** The three parts of a backup, each with its folder in it. */
export const parts = { database: 'database', wal: 'wal', files: 'files' } as const

/** What PostgreSQL makes anew at each start, or must not find in a copy. */
const leftOut = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'backup_label',
  'backup_label.old',
  'tablespace_map',
  'tablespace_map.old',
  'recovery.signal',
  'standby.signal',
])
const emptied =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//u
const passing = /(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*|t\d+_\d+[^/]*)(\/|$)/u
const controlFile = 'global/pg_control'

/** What Alongside makes anew, what is still coming, or what would lie in the backup unprotected by it: its own key. */
const ownLeftOut =
  /^(backup\.key|restore-under-way|attachments\/staging\/.*|restored-[^/]*|(before-restore|restoring|scratch)-[^/]*\/.*)$/u

/** True for what of the data folder goes into a backup besides the database itself. */
export const isOwnFile = (path: string): boolean =>
  path.startsWith('postgres/')
    ? path === 'postgres/password'
    : !ownLeftOut.test(path) && !path.endsWith('.draft')

/** PostgreSQL's files, the control file last: what it says must not be younger than what was read before it. */
export async function* databaseEntries(postgresFolder: string): AsyncGenerator<Entry> {
  const paths = await filesBelow(postgresFolder)
  const wanted = paths.filter(
    (path) => !leftOut.has(path) && !emptied.test(path) && !passing.test(path) && path !== controlFile,
  )
  yield* entriesOf(postgresFolder, parts.database, [...wanted, controlFile])
}

/** The segments of the log from the first to the last, and the history of timelines. */
export async function* walEntries(
  postgresFolder: string,
  first: string,
  last: string,
): AsyncGenerator<Entry> {
  const folder = join(postgresFolder, 'pg_wal')
  const names = (await readdir(folder)).filter(
    (name) =>
      /^[0-9A-F]{8}\.history$/u.test(name) || (/^[0-9A-F]{24}$/u.test(name) && name >= first && name <= last),
  )
  yield* entriesOf(folder, parts.wal, names.toSorted())
}

/** Everything else in the data folder that matters. `apart` is left out: the folder of the backups, the key's file. */
export async function* ownEntries(dataDir: string, apart: readonly string[]): AsyncGenerator<Entry> {
  const outside = apart.map((path) => resolve(path))
  const paths = (await filesBelow(dataDir, (path) => path !== 'postgres/data')).filter((path) => {
    const absolute = resolve(dataDir, path)
    return isOwnFile(path) && !outside.some((other) => absolute === other || absolute.startsWith(`${other}/`))
  })
  yield* entriesOf(dataDir, parts.files, paths)
}

/** One piece of text as a file. */
export function textEntry(path: string, text: string): Entry {
  const content = (async function* pieces() {
    yield Buffer.from(text)
  })()
  return { path, content }
}

/** The bytes of all files below a folder, for telling how far a copy is. */
export async function bytesBelow(folder: string): Promise<number> {
  let bytes = 0
  for (const path of await filesBelow(folder)) {
    const found = await stat(join(folder, path)).catch(() => null)
    bytes += found?.size ?? 0
  }
  return bytes
}

async function* entriesOf(root: string, part: string, paths: readonly string[]): AsyncGenerator<Entry> {
  for (const path of paths) {
    // A table dropped meanwhile takes its file along; the log tells the copy the same.
    const file = await open(join(root, path)).catch(unlessGone)
    if (file === null) continue
    yield { path: `${part}/${path}`, content: file.createReadStream({ highWaterMark: 1 << 18 }) }
  }
}

async function filesBelow(
  root: string,
  enters: (path: string) => boolean = () => true,
  folder = '',
): Promise<string[]> {
  const found: string[] = []
  const listed: Dirent[] =
    (await readdir(join(root, folder), { withFileTypes: true }).catch(unlessGone)) ?? []
  for (const entry of listed) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isFile()) found.push(path)
    if (entry.isDirectory() && enters(path)) found.push(...(await filesBelow(root, enters, path)))
  }
  return found
}

function unlessGone(problem: unknown): null {
  if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw problem
}
