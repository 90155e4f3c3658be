import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { choosePlace, giveTo } from '#server/platform/database/cluster/places.ts'
import type { ServerUser } from '#server/platform/database/cluster/server-user.ts'
import { parts } from './collect.ts'
import { clusterFolder, flush } from './folders.ts'
import { unframed, type Entry } from './frames.ts'
import type { BackupKey } from './key.ts'
import { Manifest } from './manifest.ts'
import { damaged, unsealed } from './sealing.ts'

/** Which backup to unpack, into which new folder, and as whose files. */
export type UnpackOrder = {
  readonly path: string
  readonly key: BackupKey
  readonly folder: string
  readonly user: ServerUser
  /** Whose the files beside the database are to be, when that is someone else than we are. */
  readonly owner: ServerUser
}

/** What lies there now: the manifest, PostgreSQL's own folder, and the folder of the log it has to replay. */
export type Unpacked = {
  readonly manifest: Manifest
  readonly postgresFolder: string
  readonly logFolder: string
}

const emptyFolders = [
  'pg_commit_ts',
  'pg_dynshmem',
  'pg_logical/mappings',
  'pg_logical/snapshots',
  'pg_multixact/members',
  'pg_multixact/offsets',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_tblspc',
  'pg_twophase',
  'pg_wal/archive_status',
  'pg_wal/summaries',
  'pg_xact',
]

/**
 * Unpacks a backup into a new data folder, proving every chunk, every file and the list of files on the way.
 * @throws StartProblem when anything differs from what was written
 */
export async function unpack({ path, key, folder, user, owner }: UnpackOrder): Promise<Unpacked> {
  mkdirSync(clusterFolder(folder), { recursive: true, mode: 0o755 })
  giveTo(clusterFolder(folder), owner)
  const place = choosePlace(clusterFolder(folder), user)
  const targets = {
    [parts.database]: join(place, 'data'),
    [parts.wal]: join(place, 'log-to-replay'),
    [parts.files]: folder,
  }
  await makeFolders(targets[parts.database], targets[parts.wal], user)
  const found = new Map<string, string>()
  const manifests: Manifest[] = []
  try {
    for await (const entry of entriesOf(path, key)) {
      if (entry.path === 'manifest.json') manifests.push(await readManifest(entry))
      else found.set(entry.path, await write(entry, targets, { user, owner }))
    }
  } catch (problem) {
    throw isOurs(problem) ? problem : damaged(path)
  }
  const [manifest] = manifests
  if (!manifest || !isWhole(manifest, found)) throw damaged(path)
  return { manifest, postgresFolder: targets[parts.database], logFolder: targets[parts.wal] }
}

/** Troubles of this machine are not the backup's: no room, no permission. */
const isOurs = (problem: unknown): boolean =>
  problem instanceof StartProblem ||
  ['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EDQUOT', 'EIO', 'ENOENT'].includes(
    (problem as NodeJS.ErrnoException).code ?? '',
  )

function isWhole({ files }: Manifest, found: ReadonlyMap<string, string>): boolean {
  return files.length === found.size && files.every(({ path, sha256 }) => found.get(path) === sha256)
}

/** The files in a sealed stream. */
function entriesOf(path: string, key: BackupKey): AsyncGenerator<Entry> {
  const plain = createGunzip()
  const source = Readable.from(unsealed(path, key), { objectMode: false })
  // A fault of the source ends the reading with that fault.
  source.once('error', (problem) => plain.destroy(problem))
  return unframed(source.pipe(plain))
}

async function readManifest({ content }: Entry): Promise<Manifest> {
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  return Manifest.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')))
}

async function write(
  { path, content }: Entry,
  targets: Readonly<Record<string, string>>,
  { user, owner }: Pick<UnpackOrder, 'user' | 'owner'>,
): Promise<string> {
  const [part = '', ...rest] = path.split('/')
  const root = targets[part]
  const within = normalize(rest.join('/'))
  if (root === undefined || within.startsWith('..') || within.startsWith('/'))
    throw new StartProblem(`The backup holds a file in a place that is none (${path}).`)
  const target = join(root, within)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  await pipeline(
    content,
    async function* summed(pieces) {
      for await (const piece of pieces) {
        hash.update(piece)
        yield piece
      }
    },
    createWriteStream(target, { mode: 0o600 }),
  )
  // PostgreSQL brings its own files to the disk before it begins.
  if (part === parts.files) flush(target)
  giveAlong(target, root, part === parts.files ? owner : user)
  return hash.digest('hex')
}

/** Hands a file to the server's user, and the folders between it and the root. */
function giveAlong(path: string, root: string, user: ServerUser): void {
  if (user.uid === undefined) return
  for (let each = path; each.length > root.length; each = dirname(each)) giveTo(each, user)
}

async function makeFolders(data: string, log: string, user: ServerUser): Promise<void> {
  for (const folder of [data, log, ...emptyFolders.map((name) => join(data, name))]) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (folder === data || folder === log) giveTo(folder, user)
    else giveAlong(folder, data, user)
  }
}
