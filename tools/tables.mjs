// Writes server/platform/database/tables.gen.ts from a migrated database, so that the types of the tables are the tables.
// Usage: node tools/tables.mjs postgres://… > server/platform/database/tables.gen.ts
import pg from 'pg'
import { tablesFile } from './tables-file.mjs'

const client = new pg.Client({ connectionString: process.argv[2] })
await client.connect()
process.stdout.write(await tablesFile(client))
await client.end()
