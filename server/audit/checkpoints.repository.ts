import { existsSync } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { nameOfKey } from '#server/platform/config/audit-key.ts'
import type { Database } from '#server/platform/database/database.ts'
import { flush } from '#server/platform/database/flush.ts'
import { type Checkpoint, checkpointOf, Head, readCheckpoints, textOf } from './checkpoints.ts'

/** The file of checkpoints in a folder. */
export const checkpointFile = (folder: string) => join(folder, 'checkpoints.jsonl')

/** Whether checkpoints were ever written there. */
export const hasCheckpoints = (folder: string) => existsSync(checkpointFile(folder))

type Writing = Readonly<{
  database: Database
  /** The folder in the data folder first, then the second place, if there is one. */
  folders: readonly [string, ...string[]]
  now: () => Date
  /** Told of what an operator must look into. */
  say: (sentence: string) => void
}>

/**
 * Writes where each agency's chain ends into every folder, when it grew since the last time. A chain that ends before
 * the place it had already reached is told of; what was noted stays.
 */
export function checkpointWriter({ database, folders, now, say }: Writing) {
  const keyName = nameOfKey(database.auditKey)
  let noted: Map<string, Head> | null = null

  return async function writeCheckpoints() {
    noted ??= await lastNoted(folders[0], database, keyName)
    const known = noted
    const heads = await headsOf(database)
    // What is noted outside must be on the disk inside, or a crash would look like a chain that was cut.
    await flush(database.db)
    for (const head of heads) if (isBehind(head, known.get(head.agencyId))) say(shrunk(head))
    const grown = heads.filter(({ agencyId, id }) => id > (known.get(agencyId)?.id ?? 0))
    const checkpoints = grown.map((head) => checkpointOf(database.auditKey, keyName, head, now()))
    await writeEverywhere(folders, checkpoints)
    for (const head of grown) known.set(head.agencyId, head)
  }
}

const isBehind = (head: Head, before: Head | undefined) =>
  before !== undefined && (head.id < before.id || (head.id === before.id && head.link !== before.link))

const shrunk = ({ agencyId, id }: Head) =>
  `The audit of agency ${agencyId} ends at line ${id}, and not as it was noted: run npm run audit:verify.`

/** All places are tried, whatever happens to one of them. */
async function writeEverywhere(folders: readonly string[], checkpoints: readonly Checkpoint[]) {
  if (checkpoints.length === 0) return
  const written = await Promise.allSettled(folders.map((folder) => append(folder, textOf(checkpoints))))
  const failed = written.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

/** Only ever at the end, and on the disk when it returns. A line torn by a power cut is closed first. */
async function append(folder: string, text: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(checkpointFile(folder), 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const last = Buffer.alloc(1)
    if (size > 0) await file.read(last, 0, 1, size - 1)
    await file.appendFile(size > 0 && last.toString() !== '\n' ? `\n${text}` : text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function headsOf({ db }: Database): Promise<Head[]> {
  const { rows } = await sql<{ agencyId: string; id: number; link: Buffer | null }>`
    select * from audit_heads()`.execute(db)
  return rows.flatMap(({ link, ...head }) =>
    link ? [Head.parse({ ...head, link: link.toString('hex') })] : [],
  )
}

async function lastNoted(folder: string, { auditKey }: Database, keyName: string) {
  if (!hasCheckpoints(folder)) return new Map<string, Head>()
  const { sound } = readCheckpoints(await readFile(checkpointFile(folder), 'utf8'), auditKey, keyName)
  return new Map<string, Head>(sound.map((checkpoint) => [checkpoint.agencyId, checkpoint]))
}
