import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'

/** Ends the name of a whole backup. What is still being written has another ending. */
export const backupEnding = '.backup'
export const walEnding = '.wal'

const lineageBytes = 6

/** Where a data folder has what a backup is about. */
export const clusterFolder = (dataDir: string): string => join(dataDir, 'postgres')

/** The life of this installation since it was made or last restored; named at first use. It is never part of a backup. */
export function lineageOf(dataDir: string): string {
  const path = join(clusterFolder(dataDir), 'lineage')
  if (!existsSync(path)) return newLineage(dataDir)
  return readFileSync(path, 'utf8').trim()
}

/** Begins another life: what is laid aside from now on does not continue what was. */
export function newLineage(dataDir: string): string {
  const lineage = randomBytes(lineageBytes).toString('hex')
  writeFileSync(join(clusterFolder(dataDir), 'lineage'), `${lineage}\n`)
  return lineage
}

/** The number PostgreSQL gave these data when they were made: the first eight bytes of its control file. */
export function installationOf(postgresFolder: string): string {
  return readFileSync(join(postgresFolder, 'global', 'pg_control'))
    .readBigUInt64LE(0)
    .toString()
}

/** Where the write-ahead log of one life is kept, beside its backups. */
export const walFolder = (folder: string, lineage: string): string => join(folder, `wal-${lineage}`)

/** The whole backups in a folder, oldest first: their names begin with the moment. */
export function backupsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(backupEnding))
    .toSorted()
}

/** A moment as part of a file's name. */
export const stamp = (at: Date): string =>
  at
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z')
    .replaceAll(':', '-')

/** Makes the folder of the backups. @throws StartProblem when it cannot be made */
export function makeBackupFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem)
    throw new StartProblem(`The folder ${folder} for backups cannot be made (${reason}): name another one.`)
  }
}

/** Brings a file or folder to the disk, so that a power cut does not take back what was said to be done. */
export function flush(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
