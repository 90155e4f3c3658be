import { randomBytes } from 'node:crypto'
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import {
  makeThrowAwayFolder,
  removeThrowAwayFolder,
  startThrowAwayCluster,
  sweepThrowAway,
} from '#server/platform/database/cluster/throw-away.ts'
import { migrate } from '#server/platform/database/migrate.ts'

/** Where tests find PostgreSQL: the owner's address, the migrated database to copy, and the app's password. */
export type TestDatabaseSource = {
  readonly ownerUrl: string
  readonly template: string
  readonly appPassword: string
  /** Whether the cluster lies in memory, not on a disk. */
  readonly inMemory: boolean
  /** Where the database lies of which tests of whole programs get a copy (see ready-cluster.ts); empty at first. */
  readonly readyFolder: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    database: TestDatabaseSource
  }
}

const template = 'alongside_template'

/** What `statfs` calls a file system in memory (Linux: TMPFS_MAGIC). */
const memoryFileSystem = 0x01021994

/**
 * Starts one quick PostgreSQL in a folder for temporary files, migrates the template database and tells every test where
 * they are. Leftovers of killed runs are swept first.
 * @returns the teardown, which stops the server and removes its folder
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await sweepThrowAway()
  const cluster = await startThrowAwayCluster()
  const appPassword = randomBytes(18).toString('base64url')
  await createDatabase(cluster.ownerUrl(), template)
  await migrate(cluster.ownerUrl(template), appPassword)
  const inMemory = statfsSync(tmpdir()).type === memoryFileSystem
  const readyFolder = makeThrowAwayFolder()
  project.provide('database', { ownerUrl: cluster.ownerUrl(), template, appPassword, inMemory, readyFolder })
  return async () => {
    removeThrowAwayFolder(readyFolder)
    await cluster.stop()
  }
}

async function createDatabase(ownerUrl: string, name: string): Promise<void> {
  const connection = new Client({ connectionString: ownerUrl })
  await connection.connect()
  await connection.query(`create database ${name}`)
  await connection.end()
}
