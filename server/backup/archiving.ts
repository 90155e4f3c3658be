import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { flush, installationOf, lineageOf, newLineage, walEnding, walFolder } from './folders.ts'
import { newStretching, readKey } from './key.ts'
import { productVersion } from './manifest.ts'
import { sealingStream } from './sealing.ts'

const glanceMilliseconds = 1_000
const complaintMilliseconds = 60_000
/** More than this waiting for a folder that cannot be written would fill the disk on which people work. */
const mostWaitingBytes = 2 * 1024 ** 3

/** Where the log comes from and where it goes. */
export type ArchivingOrder = {
  readonly dataDir: string
  readonly postgresFolder: string
  readonly spoolFolder: string
  readonly backupDir: string
  readonly keyFile: string
  readonly say: (sentence: string) => void
  /** Tests only: how hard the key is made to guess. */
  readonly work?: number
}

/** The keeping of the log. `end` returns when all that lies in the spool is kept. */
export type Archiving = { readonly end: () => Promise<void> }

/** Begins the keeping: the log of this life is kept from now on, because a backup is there to apply it to. */
export function keepLog(backupDir: string, lineage: string): void {
  mkdirSync(walFolder(backupDir, lineage), { recursive: true, mode: 0o700 })
}

/**
 * Seals each finished segment of the write-ahead log into the folder of the backups, while Alongside runs. Before the
 * first backup there is nothing to apply them to, and they are dropped.
 */
export function startArchiving(order: ArchivingOrder): Archiving {
  const stretching = newStretching(order.work)
  let underWay: Promise<void> | null = null
  let complainedAt = 0
  const glance = async (): Promise<void> => {
    try {
      await drain(order, stretching)
    } catch (problem) {
      giveUpWhenFull(order)
      if (Date.now() - complainedAt < complaintMilliseconds) return
      complainedAt = Date.now()
      order.say(
        `The log is not being kept for backups: ${problem instanceof Error ? problem.message : problem}`,
      )
    }
  }
  const take = (): Promise<void> => (underWay ??= glance().finally(() => (underWay = null)))
  const timer = setInterval(() => void take(), glanceMilliseconds)
  timer.unref()
  return {
    end: async () => {
      clearInterval(timer)
      await underWay
      await take()
    },
  }
}

async function drain(order: ArchivingOrder, stretching: ReturnType<typeof newStretching>): Promise<void> {
  const { spoolFolder, dataDir, backupDir } = order
  const lineage = lineageOf(dataDir)
  const folder = walFolder(backupDir, lineage)
  for (const name of readdirSync(spoolFolder).toSorted()) {
    // Half a file of a server that was killed; its segment comes again.
    if (name.startsWith('archtemp')) continue
    const path = join(spoolFolder, name)
    const wanted = /^([0-9A-F]{24}|[0-9A-F]{8}\.history)$/u.test(name)
    if (wanted && existsSync(folder)) await keepSegment(order, { name, path, folder, lineage }, stretching)
    rmSync(path)
  }
}

type Segment = {
  readonly name: string
  readonly path: string
  readonly folder: string
  readonly lineage: string
}

async function keepSegment(
  { keyFile, postgresFolder }: ArchivingOrder,
  { name, path, folder, lineage }: Segment,
  stretching: ReturnType<typeof newStretching>,
): Promise<void> {
  const facts = {
    kind: 'wal' as const,
    product: productVersion(),
    installation: installationOf(postgresFolder),
    lineage,
    name,
    at: statSync(path).mtime.toISOString(),
  }
  const target = join(folder, `${name}${walEnding}`)
  await pipeline(
    createReadStream(path),
    createGzip({ level: 3 }),
    await sealingStream(facts, readKey(keyFile), stretching),
    createWriteStream(`${target}.part`, { mode: 0o600, flush: true }),
  )
  renameSync(`${target}.part`, target)
  flush(folder)
}

/** Drops what waits and begins another life, so that nobody takes a log with a hole for a whole one. */
function giveUpWhenFull({ spoolFolder, dataDir, say }: ArchivingOrder): void {
  const waiting = readdirSync(spoolFolder).map((name) => join(spoolFolder, name))
  const bytes = waiting.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
  if (bytes < mostWaitingBytes) return
  newLineage(dataDir)
  for (const path of waiting) rmSync(path, { force: true })
  say(
    'Too much of the log waits to be kept: it is dropped. Make a new backup as soon as its folder can be written.',
  )
}

/** The installation's mode as its data folder says it; the log is kept for production only. */
export const isProduction = (dataDir: string): boolean =>
  readFileSync(join(dataDir, 'mode'), 'utf8').trim() === 'serve'
