import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { Client } from 'pg'
import { hasCheckpoints } from '#server/audit/checkpoints.repository.ts'
import { sealEarlierLines } from '#server/audit/earlier-lines.repository.ts'
import { auditFolder } from '#server/platform/config/audit-key.ts'
import type { Config } from '#server/platform/config/config.ts'
import type { Secrets } from '#server/platform/config/secrets.ts'
import { checkAbilities } from '#server/platform/database/cluster/abilities.ts'
import { startCluster } from '#server/platform/database/cluster/cluster.ts'
import { openDatabase, type Database } from '#server/platform/database/database.ts'
import { migrate } from '#server/platform/database/migrate.ts'
import type { Ending } from './ending.ts'
import { prepareIdentifiers } from './identifiers.ts'
import { claimDatabase } from './installation.ts'

const databaseName = 'alongside'

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
  const onIdleError = (problem: Error): void =>
    say(`The database went away (${problem.message}); waiting for it.`)
  const keys = await prepareIdentifiers({ ownerUrl, dataDir: config.dataDir, say })
  const database = openDatabase({ ownerUrl, appPassword: secrets.appPassword, keys, auditKey, onIdleError })
  await ending.onEnd(database.close)
  return database
}

async function startEmbedded({ config, ending, say }: Starting): Promise<string> {
  say('Starting the database …')
  const cluster = await startCluster({ folder: join(config.dataDir, 'postgres'), log: say })
  await ending.onEnd(cluster.stop)
  await createOnce(cluster.ownerUrl())
  return cluster.ownerUrl(databaseName)
}

async function createOnce(maintenanceUrl: string): Promise<void> {
  const connection = new Client({ connectionString: maintenanceUrl })
  await connection.connect()
  try {
    const { rowCount } = await connection.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await connection.query(`create database ${databaseName}`)
  } finally {
    await connection.end()
  }
}
