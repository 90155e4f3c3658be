import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { embeddedDatabase } from '#server/platform/database/cluster/data-folder.ts'
import type { ReachedCluster } from '#server/platform/database/cluster/reach.ts'
import { bytesBelow, databaseEntries, ownEntries, parts, textEntry, walEntries } from './collect.ts'
import {
  beginCopy,
  countRows,
  endCopy,
  openOwner,
  readFacts,
  type CopyEnd,
  type DatabaseFacts,
  type TableCount,
} from './database.queries.ts'
import { stamp } from './folders.ts'
import { framed, type Entry, type Written } from './frames.ts'
import type { BackupKey, Stretching } from './key.ts'
import { productVersion, type Manifest } from './manifest.ts'
import { sealingStream } from './sealing.ts'

/** What is gathered, and what is known of it beforehand. */
export type Gathering = {
  readonly dataDir: string
  /** What lies in the data folder and is no part of a backup: the backups themselves, the key's file. */
  readonly apart: readonly string[]
  /** Keys that lie elsewhere and have to be brought to a restore. */
  readonly elsewhere: readonly string[]
  readonly say: (sentence: string) => void
  readonly cluster: ReachedCluster
  readonly still: boolean
  readonly started: Date
  readonly installation: string
  readonly lineage: string
}

/** Writes everything into one sealed file and brings it to the disk; what it holds is returned. */
export async function writeSealed(
  gathering: Gathering,
  key: BackupKey,
  stretching: Stretching,
  part: string,
): Promise<Manifest> {
  const { started, installation, lineage, cluster } = gathering
  const facts = {
    kind: 'backup' as const,
    product: productVersion(),
    installation,
    lineage,
    name: `alongside-${stamp(started)}`,
    at: started.toISOString(),
  }
  const written: Written[] = []
  const tell = await progress(cluster.dataFolder, gathering.say)
  const manifests: Manifest[] = []
  const entries = gather(gathering, written, (made) => manifests.push(made))
  await pipeline(
    Readable.from(
      framed(entries, (file) => {
        written.push(file)
        tell(file.bytes)
      }),
      { objectMode: false },
    ),
    createGzip({ level: 3 }),
    await sealingStream(facts, key, stretching),
    createWriteStream(part, { mode: 0o600, flush: true }),
  )
  const [manifest] = manifests
  if (!manifest) throw new Error('A backup without its manifest')
  return manifest
}

async function* gather(
  { dataDir, apart, elsewhere, cluster, still, started, installation, lineage }: Gathering,
  written: readonly Written[],
  done: (manifest: Manifest) => void,
): AsyncGenerator<Entry> {
  const url = cluster.ownerUrl(embeddedDatabase)
  const copied = yield* copyDatabase(url, cluster.dataFolder)
  // After the database: a row that is in the copy finds its file in it.
  yield* ownEntries(dataDir, apart)
  const manifest: Manifest = {
    product: productVersion(),
    ...copied.facts,
    installation,
    lineage,
    startedAt: started.toISOString(),
    finishedAt: copied.finishedAt,
    startPosition: copied.end.startPosition,
    stopPosition: copied.end.stopPosition,
    firstSegment: copied.end.firstSegment,
    lastSegment: copied.end.lastSegment,
    still,
    rows: copied.rows,
    elsewhere: [...elsewhere],
    bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
    files: [...written],
  }
  done(manifest)
  yield textEntry('manifest.json', JSON.stringify(manifest))
}

type Copied = {
  readonly facts: DatabaseFacts
  readonly end: CopyEnd
  readonly rows: Manifest['rows']
  readonly finishedAt: string
}

async function* copyDatabase(url: string, postgresFolder: string): AsyncGenerator<Entry, Copied> {
  const client = await openOwner(url)
  try {
    const facts = await readFacts(client)
    await beginCopy(client)
    yield* databaseEntries(postgresFolder)
    const before = await countRows(client)
    const end = await endCopy(client)
    const finishedAt = new Date().toISOString()
    const rows = bracket(before, await countRows(client))
    yield* walEntries(postgresFolder, end.firstSegment, end.lastSegment)
    yield textEntry(`${parts.database}/backup_label`, end.label)
    return { facts, end, rows, finishedAt }
  } finally {
    await client.end()
  }
}

function bracket(before: Record<string, TableCount>, after: Record<string, TableCount>): Manifest['rows'] {
  return Object.fromEntries(
    Object.entries(before).map(([name, { rows, grows }]) => {
      const later = after[name]?.rows ?? rows
      return [name, { least: Math.min(rows, later), most: Math.max(rows, later), grows }]
    }),
  )
}

async function progress(folder: string, say: (sentence: string) => void): Promise<(bytes: number) => void> {
  const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000)
  const all = await bytesBelow(folder)
  let done = 0
  let told = Date.now()
  say(`Copying the database (${megabytes(all)} MB) …`)
  return (bytes) => {
    done += bytes
    if (Date.now() - told < 3_000) return
    told = Date.now()
    say(`  … ${megabytes(done)} of ${megabytes(all)} MB`)
  }
}
