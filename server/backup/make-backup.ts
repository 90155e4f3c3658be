import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { startCluster, type Cluster } from '#server/platform/database/cluster/cluster.ts'
import { isRunning } from '#server/platform/database/cluster/processes.ts'
import { reachCluster, type ReachedCluster } from '#server/platform/database/cluster/reach.ts'
import { keepLog } from './archiving.ts'
import {
  backupEnding,
  clusterFolder,
  flush,
  installationOf,
  lineageOf,
  makeBackupFolder,
  stamp,
} from './folders.ts'
import { writeSealed } from './gather.ts'
import { makeKeyOnce, newStretching, type BackupKey } from './key.ts'
import type { Manifest } from './manifest.ts'
import { verifyBackup } from './verify.ts'

/** What to back up, and where to. */
export type BackupOrder = {
  readonly dataDir: string
  /** Where the backup goes. */
  readonly folder: string
  /** Where the running server keeps its write-ahead log: a backup there begins the keeping. */
  readonly backupDir: string
  readonly keyFile: string
  /** Keys of the installation that lie elsewhere, and so are not in the backup. */
  readonly elsewhere?: readonly string[]
  readonly say: (sentence: string) => void
  /** Told what must be heard even when progress is not. */
  readonly warn?: (sentence: string) => void
  /** Tests only: how hard the key is made to guess. */
  readonly work?: number
}

/** A whole, proved backup. */
export type MadeBackup = { readonly path: string; readonly manifest: Manifest; readonly bytes: number }

/**
 * Backs up a data folder, whether Alongside runs on it or stands still: copies the database while it works, with the log
 * that makes the copy whole, and the other files; seals all; proves it by a restore on a scratch copy. Until it is
 * proved it has a name that nobody takes for a backup.
 * @throws StartProblem in one sentence
 */
export async function makeBackup(order: BackupOrder): Promise<MadeBackup> {
  const { dataDir, folder, keyFile, say } = order
  if (!existsSync(join(dataDir, 'mode'))) throw new StartProblem(`There is no data folder at ${dataDir}.`)
  if (process.getuid?.() === 0 && statSync(dataDir).uid !== 0)
    throw new StartProblem(
      `The data folder ${dataDir} belongs to another user: back it up as that user, or what is made would not be theirs to use.`,
    )
  const { key, made } = makeKeyOnce(keyFile)
  if (made) (order.warn ?? say)(aboutNewKey(keyFile))
  makeBackupFolder(folder)
  sweepParts(folder)
  const started = new Date()
  const path = join(folder, `alongside-${stamp(started)}-${lineageOf(dataDir)}${backupEnding}`)
  const part = `${path}.part-${process.pid}`
  const undo = (): void => rmSync(part, { force: true })
  process.once('exit', undo)
  try {
    const manifest = await writeWhileHeld(order, key, started, part)
    say('Proving the backup by restoring it to a scratch copy …')
    await verifyBackup({ path: part, key, dataDir, manifest, say })
    renameSync(part, path)
    flush(folder)
    return { path, manifest, bytes: statSync(path).size }
  } finally {
    undo()
    process.off('exit', undo)
  }
}

const aboutNewKey = (path: string): string =>
  `A key was made: ${path}. Copy it to a safe place away from this machine and from the backups: without it no backup can be opened, by anybody.`

/** Removes what broken-off runs left; such a file ends in the number of the process that wrote it. */
function sweepParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = /\.part-(\d+)$/u.exec(name) ?? []
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true })
  }
}

type Source = {
  readonly cluster: ReachedCluster | Cluster
  readonly still: boolean
  readonly leave: () => Promise<void>
}

/** The database where it runs already; otherwise started for this purpose and stopped again. */
async function enterCluster({ dataDir, say }: BackupOrder): Promise<Source> {
  const folder = clusterFolder(dataDir)
  if (!existsSync(folder)) throw new StartProblem(`There is no embedded database in ${dataDir}.`)
  const running = await reachCluster(folder)
  if (running) return { cluster: running, still: false, leave: async () => undefined }
  say('Alongside stands still; starting its database for the backup …')
  // The log is laid aside here as at work, or the kept log would have a hole.
  const archive = readFileSync(join(dataDir, 'mode'), 'utf8').trim() === 'serve'
  const cluster = await startCluster({ folder, log: say, archive })
  return { cluster, still: true, leave: cluster.stop }
}

async function writeWhileHeld(
  order: BackupOrder,
  key: BackupKey,
  started: Date,
  part: string,
): Promise<Manifest> {
  const { cluster, still, leave } = await enterCluster(order)
  try {
    const { dataDir, folder, backupDir, keyFile, elsewhere = [], say } = order
    const lineage = lineageOf(dataDir)
    const installation = installationOf(cluster.dataFolder)
    if (folder === backupDir) keepLog(backupDir, lineage)
    const apart = [folder, backupDir, keyFile]
    const gathering = { dataDir, apart, elsewhere, say, cluster, still, started, installation, lineage }
    return await writeSealed(gathering, key, newStretching(order.work), part)
  } finally {
    await leave()
  }
}
