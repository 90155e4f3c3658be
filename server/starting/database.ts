import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { Client } from 'pg'
import { hasCheckpoints } from '#server/audit/checkpoints.repository.ts'
import { sealEarlierLines } from '#server/audit/earlier-lines.repository.ts'
import { auditFolder } from '#server/platform/config/audit-key.ts'
import { freeBrokenOffJobs } from '#server/backup/aftercare.queries.ts'
import { startArchiving, type Archiving } from '#server/backup/archiving.ts'
import { asOwner } from '#server/backup/database.queries.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Secrets } from '#server/platform/config/secrets.ts'
import { checkAbilities } from '#server/platform/database/cluster/abilities.ts'
import { embeddedDatabase } from '#server/platform/database/cluster/data-folder.ts'
import { startCluster, type Cluster } from '#server/platform/database/cluster/cluster.ts'
import { openDatabase, type Database } from '#server/platform/database/database.ts'
import { migrate } from '#server/platform/database/migrate.ts'
import type { Ending } from './ending.ts'
import { bringPeopleUpMeanwhile, prepareIdentifiers } from './identifiers.ts'
import { claimDatabase } from './installation.ts'

/** What the steps of starting share. */
export type Starting = {
  readonly config: Config
  readonly secrets: Secrets
  readonly auditKey: KeyObject
  readonly ending: Ending
  readonly say: (sentence: string) => void
}

/** The migrated database, embedded or external, ready for the app. @throws StartProblem when it is unfit. */
export async function prepareDatabase(starting: Starting): Promise<Database> {
  const { config, secrets, auditKey, ending, say } = starting
  const ownerUrl = config.databaseUrl ?? (await startEmbedded(starting))
  await checkAbilities(ownerUrl)
  say('Bringing the database up to date …')
  await migrate(ownerUrl, secrets.appPassword)
  await claimDatabase(ownerUrl, config.mode)
  if (!hasCheckpoints(auditFolder(config.dataDir))) await sealEarlierLines(ownerUrl, auditKey)
  // The embedded database has one user: whatever is still held was held by a program that was killed.
  if (config.databaseUrl === null) await asOwner(ownerUrl, freeBrokenOffJobs)
  const onIdleError = (problem: Error): void =>
    say(`The database went away (${problem.message}); waiting for it.`)
  const keys = await prepareIdentifiers({ ownerUrl, dataDir: config.dataDir, say })
  const database = openDatabase({ ownerUrl, appPassword: secrets.appPassword, keys, auditKey, onIdleError })
  await ending.onEnd(database.close)
  await ending.onEnd(bringPeopleUpMeanwhile({ ownerUrl, say }, keys).end)
  return database
}

async function startEmbedded({ config, ending, say }: Starting): Promise<string> {
  say('Starting the database …')
  const archive = config.mode === 'serve'
  const cluster = await startCluster({ folder: join(config.dataDir, 'postgres'), log: say, archive })
  const archiving = keepLogOf(cluster, config, say)
  // What the database lays aside while it stops is kept too.
  await ending.onEnd(async () => {
    await cluster.stop()
    await archiving.end()
  })
  await createOnce(cluster.ownerUrl())
  return cluster.ownerUrl(embeddedDatabase)
}

/** Keeps the log for restoring to a moment, where the cluster lays it aside. */
function keepLogOf(
  { spoolFolder, dataFolder }: Cluster,
  { dataDir, backupDir, backupKeyFile }: Config,
  say: (sentence: string) => void,
): Archiving {
  if (spoolFolder === null) return { end: async () => undefined }
  return startArchiving({
    dataDir,
    backupDir,
    keyFile: backupKeyFile,
    spoolFolder,
    postgresFolder: dataFolder,
    say,
  })
}

async function createOnce(maintenanceUrl: string): Promise<void> {
  const connection = new Client({ connectionString: maintenanceUrl })
  await connection.connect()
  try {
    const { rowCount } = await connection.query('select from pg_database where datname = $1', [
      embeddedDatabase,
    ])
    if (rowCount === 0) await connection.query(`create database ${embeddedDatabase}`)
  } finally {
    await connection.end()
  }
}
