import { mkdtempSync, readdirSync, rmSync, chmodSync, existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { dirname, join } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import type { Cluster } from '#server/platform/database/cluster/cluster.ts'
import { embeddedDatabase } from '#server/platform/database/cluster/data-folder.ts'
import { placeOf } from '#server/platform/database/cluster/places.ts'
import { stopPostmaster } from '#server/platform/database/cluster/postmaster.ts'
import { isRunning } from '#server/platform/database/cluster/processes.ts'
import { chooseServerUser } from '#server/platform/database/cluster/server-user.ts'
import { asOwner, checkIndexes, countRows, readFacts } from './database.queries.ts'
import { clusterFolder } from './folders.ts'
import type { BackupKey } from './key.ts'
import type { Manifest } from './manifest.ts'
import { recovered, type Target } from './recover.ts'
import { unpack } from './unpack.ts'

/** Which backup to prove, and the data folder beside whose data the scratch copy lies. */
export type VerifyOrder = {
  readonly path: string
  readonly key: BackupKey
  readonly dataDir: string
  readonly manifest: Manifest
  readonly say: (sentence: string) => void
}

/**
 * Restores a backup to a scratch copy, starts PostgreSQL on it, and holds tables and counts against the manifest.
 * The copy is removed whatever comes of it.
 * @throws StartProblem when the backup would not do
 */
export async function verifyBackup({ path, key, dataDir, manifest, say }: VerifyOrder): Promise<void> {
  await sweepScratch(dataDir)
  const folder = makeWorkFolder(dataDir, 'scratch')
  const remove = (): void => removeScratch(folder)
  process.once('exit', remove)
  try {
    const user = chooseServerUser(join(clusterFolder(folder), 'data'))
    const unpacked = await unpack({ path, key, folder, user, owner: {} })
    if (!isDeepStrictEqual(unpacked.manifest, manifest))
      throw new StartProblem('The backup does not hold what was written into it.')
    const recovery = { folder, unpacked, user, target: 'backup', log: () => undefined, fast: true } as const
    await recovered(recovery, (cluster) => checkRestored(cluster, manifest, 'backup', say))
  } finally {
    process.off('exit', remove)
    remove()
  }
}

/** Holds a restored database against what its backup says. @throws StartProblem when they differ */
export async function checkRestored(
  cluster: Cluster,
  manifest: Manifest,
  target: Target,
  say: (sentence: string) => void,
): Promise<void> {
  await asOwner(cluster.ownerUrl(embeddedDatabase), async (client) => {
    const { migrations } = await readFacts(client)
    const lost = manifest.migrations.filter((name) => !migrations.includes(name))
    const counts = await countRows(client)
    const wrong = Object.entries(manifest.rows).filter(
      ([name, expected]) => !fits(counts[name]?.rows, expected),
    )
    if (lost.length > 0 || wrong.length > 0)
      throw new StartProblem(
        `What was restored is not what was backed up: ${[...lost, ...wrong.map(([name]) => name)].join(', ')}.`,
      )
    const rows = Object.values(counts).reduce((sum, { rows: count }) => sum + count, 0)
    const indexes = await checkIndexes(client)
    say(`Checked: ${Object.keys(counts).length} tables with ${rows} rows, ${indexes} indexes.`)
  })

  function fits(rows: number | undefined, { least, most, grows }: Manifest['rows'][string]): boolean {
    if (rows === undefined) return false
    // Past the backup everything may have changed, except what only grows.
    if (target !== 'backup') return !grows || rows >= least
    return manifest.still || grows ? rows >= least && rows <= most : true
  }
}

/** A folder for a copy that is being made, named by the process that makes it. */
export function makeWorkFolder(dataDir: string, purpose: 'scratch' | 'restoring'): string {
  const folder = mkdtempSync(join(dataDir, `${purpose}-${process.pid}-`))
  // The user of the database server must be able to pass through.
  chmodSync(folder, 0o755)
  return folder
}

/** Removes the scratch copies of runs that were killed, and ends the servers on them. */
export async function sweepScratch(dataDir: string): Promise<void> {
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith('scratch-') && !name.startsWith('restoring-')) continue
    const folder = join(dataDir, name)
    if (isRunning(Number(name.split('-')[1]))) continue
    await stopPostmaster(join(placeOf(clusterFolder(folder)), 'data'))
    removeScratch(folder)
  }
}

/** Removes a data folder of ours that nobody needs, and the place elsewhere where its database may lie. */
export function removeScratch(folder: string): void {
  const place = placeOf(clusterFolder(folder))
  if (place !== clusterFolder(folder) && existsSync(place) && dirname(place) !== '/')
    rmSync(place, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
