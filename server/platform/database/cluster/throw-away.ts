import { chmodSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster, type Cluster } from './cluster.ts'
import { findHolder } from './holder.ts'
import { readNote, stopPostmaster } from './postmaster.ts'
import { isSameProcess } from './processes.ts'

const prefix = 'alongside-test-'
const longestRunMilliseconds = 3_600_000

/** Starts a quick cluster in a folder for temporary files; `stop` also removes the folder. For tests only. */
export async function startThrowAwayCluster(): Promise<Cluster> {
  const folder = makeThrowAwayFolder()
  const cluster = await startCluster({ folder: join(folder, 'postgres'), log: () => undefined, fast: true })
  const hurry = (): void => endAtOnce(folder)
  // A test run that is broken off has no time to wait for anything.
  process.once('exit', hurry)
  const stop = async (): Promise<void> => {
    process.off('exit', hurry)
    await cluster.stop()
    removeThrowAwayFolder(folder)
  }
  return { ...cluster, stop }
}

function endAtOnce(folder: string): void {
  const cluster = join(folder, 'postgres')
  const note = readNote(join(placeOf(cluster) ?? cluster, 'data'))
  if (note !== null) process.kill(note.pid, 'SIGQUIT')
}

/** A new folder that `sweepThrowAway` will know as one of ours. */
export function makeThrowAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  // The user nobody must be able to pass through when the tests run as root.
  chmodSync(folder, 0o755)
  return folder
}

/** Removes such a folder, and the place elsewhere that its cluster was given, if any. */
export function removeThrowAwayFolder(folder: string): void {
  const place = placeOf(join(folder, 'postgres'))
  if (place !== null) rmSync(place, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** Stops and removes what killed test runs left behind; leaves running tests and other people's files alone. */
export async function sweepThrowAway(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name)
    if (!name.startsWith(prefix) || !isAbandoned(folder)) continue
    const cluster = join(folder, 'postgres')
    await stopPostmaster(join(placeOf(cluster) ?? cluster, 'data'))
    removeThrowAwayFolder(folder)
  }
}

function isAbandoned(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (!found?.isDirectory() || found.uid !== process.getuid?.()) return false
  const holder = findHolder(join(folder, 'postgres'))
  // Without a holder it may belong to a run that has not reached its cluster yet, or has none.
  return holder === null ? Date.now() - found.mtimeMs > longestRunMilliseconds : !isSameProcess(holder)
}

function placeOf(cluster: string): string | null {
  try {
    return readFileSync(join(cluster, 'place'), 'utf8').trim()
  } catch {
    return null
  }
}
