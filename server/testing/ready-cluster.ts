import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startCluster } from '#server/platform/database/cluster/cluster.ts'
import { embeddedDatabase } from '#server/platform/database/cluster/data-folder.ts'
import { waitUntil } from '#server/platform/database/cluster/postmaster.ts'
import { asOwner } from '#server/backup/database.queries.ts'
import { migrate } from '#server/platform/database/migrate.ts'

const longestMaking = 120_000

/**
 * Lays a database into a data folder, as a first start of this version leaves it, migrated and stopped: for tests of what comes
 * after a first start. It is made once a run, by whoever needs it first; all others get a copy.
 */
export async function layReadyCluster(dataDir: string): Promise<void> {
  const { readyFolder } = inject('database')
  const [draft, made, own] = [
    join(readyFolder, 'draft'),
    join(readyFolder, 'made'),
    join(dataDir, 'postgres'),
  ]
  if (isFirst(join(readyFolder, 'making'))) {
    await make(draft)
    renameSync(draft, made)
  }
  if (!(await waitUntil(() => existsSync(made), longestMaking)))
    throw new Error('No database was made ready.')
  mkdirSync(dataDir, { recursive: true })
  // Where its files had to lie elsewhere, a copy would point to the same ones.
  if (existsSync(join(made, 'place'))) return make(own)
  // With its owners: as root the server runs as somebody else.
  const { status, stderr } = spawnSync('cp', ['-a', made, own], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark)
    return true
  } catch {
    return false
  }
}

async function make(folder: string): Promise<void> {
  const cluster = await startCluster({ folder, log: () => undefined })
  await asOwner(cluster.ownerUrl(), (client) => client.query(`create database ${embeddedDatabase}`))
  await migrate(cluster.ownerUrl(embeddedDatabase), 'only for this test')
  await cluster.stop()
}
