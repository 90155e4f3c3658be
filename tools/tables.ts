// Writes server/platform/database/tables.gen.ts from the migrations, so that the types of the tables are the tables.
// Usage: npm run tables
import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { startThrowAwayCluster } from '#server/platform/database/cluster/throw-away.ts'
import { migrate } from '#server/platform/database/migrate.ts'
import { tablesFile } from './tables-file.ts'

const cluster = await startThrowAwayCluster()
try {
  await migrate(cluster.ownerUrl(), 'only for this minute')
  const client = new pg.Client({ connectionString: cluster.ownerUrl() })
  await client.connect()
  writeFileSync(
    new URL('../server/platform/database/tables.gen.ts', import.meta.url),
    await tablesFile(client),
  )
  await client.end()
} finally {
  await cluster.stop()
}
