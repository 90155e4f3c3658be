import { createWriteStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { giveTo } from '#server/platform/database/cluster/places.ts'
import type { ServerUser } from '#server/platform/database/cluster/server-user.ts'
import { walEnding, walFolder } from './folders.ts'
import type { BackupKey } from './key.ts'
import type { Manifest } from './manifest.ts'
import type { Target } from './recover.ts'
import { readHead, unsealed } from './sealing.ts'

/** PostgreSQL lays a segment aside soon after its last change; whatever is older than this is surely before it. */
const marginMilliseconds = 600_000

/** Which part of the kept log is wanted, and where to. */
export type LogOrder = {
  readonly folders: readonly string[]
  readonly manifest: Pick<Manifest, 'firstSegment' | 'lineage' | 'installation'>
  readonly target: Target
  readonly key: BackupKey
  readonly logFolder: string
  readonly user: ServerUser
}

/**
 * Unseals the kept log from a backup up to the target, beside the log that the backup itself brings.
 * @throws StartProblem when there is none, or a piece of it is damaged or of another life
 */
export async function bringLog({ folders, manifest, target, key, logFolder, user }: LogOrder): Promise<void> {
  if (target === 'backup') return
  const folder = folders.map((each) => walFolder(each, manifest.lineage)).find((each) => existsSync(each))
  if (folder === undefined)
    throw new StartProblem(
      'No log was kept beside this backup, so it can be restored to its own moment only: leave out --to-time and --latest.',
    )
  const until = target === 'latest' ? Infinity : target.getTime() + marginMilliseconds
  let previous: string | null = null
  for (const name of segmentsIn(folder, manifest.firstSegment)) {
    const at = await bringSegment(join(folder, `${name}${walEnding}`), name, manifest, {
      key,
      logFolder,
      user,
    })
    refuseHole(previous, name)
    previous = name.length === segmentLetters ? name : previous
    if (at > until) return
  }
}

const segmentLetters = 24

/** The names of the segments not older than the first, in the order in which they were written. */
function segmentsIn(folder: string, first: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(walEnding))
    .map((name) => name.slice(0, -walEnding.length))
    .filter((name) => name.length !== segmentLetters || name >= first)
    .toSorted()
}

async function bringSegment(
  path: string,
  name: string,
  { lineage, installation }: LogOrder['manifest'],
  { key, logFolder, user }: Pick<LogOrder, 'key' | 'logFolder' | 'user'>,
): Promise<number> {
  const head = await readHead(path)
  if (
    head.kind !== 'wal' ||
    head.name !== name ||
    head.lineage !== lineage ||
    head.installation !== installation
  )
    throw new StartProblem(
      `The kept log holds a piece that does not belong to it (${name}): it was moved or renamed.`,
    )
  const target = join(logFolder, name)
  await pipeline(
    Readable.from(unsealed(path, key), { objectMode: false }),
    createGunzip(),
    createWriteStream(target, { mode: 0o600 }),
  )
  giveTo(target, user)
  return Date.parse(head.at)
}

/** PostgreSQL would end at a hole in silence, and everything behind it would be missing. */
function refuseHole(previous: string | null, name: string): void {
  if (previous === null || name.length !== segmentLetters || follows(previous, name)) return
  throw new StartProblem(`The kept log has a hole between ${previous} and ${name}: name a moment before it.`)
}

/** True for neighbours: the last part counts by one, or begins anew when the middle part counts by one. */
function follows(one: string, other: string): boolean {
  const [, high, low] = numbers(one)
  const [, nextHigh, nextLow] = numbers(other)
  return nextHigh === high ? nextLow === low + 1 : nextHigh === high + 1 && nextLow === 0
}

function numbers(name: string): readonly [number, number, number] {
  const part = (from: number): number => Number.parseInt(name.slice(from, from + 8), 16)
  return [part(0), part(8), part(16)]
}
