import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#server/platform/database/database.ts'
import type { FileStore } from '#server/platform/sealed-files/index.ts'
import { filesAfter, filesWithRow } from './attachments.queries.ts'
import { dayMilliseconds } from './attachment.ts'

const atOnce = 500
const firstId = '00000000-0000-0000-0000-000000000000'
/** So many files without a row may be gone at once; more are a sign that this is not their database. */
const mostOrphans = 20

/** What a sweep found. */
export type Swept = Readonly<{
  at: string
  files: number
  /** Files that no row knew a day after they came; they are gone. */
  removed: readonly string[]
  /** Files that no row knows and that were left alone, for they are too many to be remains of broken-off uploads. */
  spared: number
  /** Files that a row knows and that are not there. */
  missing: readonly string[]
}>

/** Where the last sweep is written down for whoever keeps the installation running. */
export const sweepReport = ({ folder }: FileStore) => join(folder, 'last-sweep.json')

type Sweeping = Readonly<{
  database: Database
  files: FileStore
  now: () => Date
  /** Told of what an operator must look into. */
  say: (sentence: string) => void
}>

/**
 * The sweeper: removes files that no row has known for a day, which is what a crash between file and row leaves, and
 * names rows whose file is not there. It acts for nobody and sees no record. Never removed is a file that has a row.
 */
export const attachmentSweeper =
  ({ database, files, now, say }: Sweeping) =>
  async (): Promise<Swept> => {
    const before = now().getTime() - dayMilliseconds
    const orphans: string[] = []
    let count = 0
    for await (const shelf of files.list()) {
      count += shelf.length
      const old = shelf.filter(({ changedAt }) => changedAt.getTime() < before).map(({ fileId }) => fileId)
      const known = await filesWithRow(database.db, old)
      orphans.push(...old.filter((fileId) => !known.has(fileId)))
    }
    const spare = orphans.length > mostOrphans && orphans.length > count / 2
    const removed = spare ? [] : orphans
    for (const fileId of removed) await files.remove(fileId)
    const missing = await missingFiles({ database, files })
    const swept = {
      at: now().toISOString(),
      files: count,
      removed,
      spared: spare ? orphans.length : 0,
      missing,
    }
    tell(swept, files, say)
    await report(files, swept)
    return swept
  }

async function missingFiles({ database, files }: Pick<Sweeping, 'database' | 'files'>): Promise<string[]> {
  const missing: string[] = []
  for (let ids = await filesAfter(database.db, firstId, atOnce); ids.length > 0;) {
    const there = await Promise.all(ids.map((fileId) => files.has(fileId)))
    missing.push(...ids.filter((_, index) => !there[index]))
    ids = await filesAfter(database.db, ids.at(-1) ?? firstId, atOnce)
  }
  return missing
}

function tell({ missing, spared }: Swept, files: FileStore, say: (sentence: string) => void) {
  if (missing.length > 0)
    say(`${missing.length} attachments have no file: see ${sweepReport(files)} and bring them from a backup.`)
  if (spared > 0)
    say(
      `${spared} files in ${files.folder} belong to no attachment; so many are not removed: is this their database?`,
    )
}

/** Whole or not at all, and readable by its owner only: ids of files, no names. */
async function report(files: FileStore, swept: Swept) {
  await mkdir(files.folder, { recursive: true, mode: 0o700 })
  const path = sweepReport(files)
  await writeFile(`${path}.draft`, `${JSON.stringify(swept, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.draft`, path)
}
