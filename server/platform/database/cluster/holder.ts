import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { identify, isSameProcess, type ProcessIdentity } from './processes.ts'

const patienceMilliseconds = 8_000

/**
 * Takes the cluster's folder for this process, so that a second start does not adopt, and later stop, a
 * database somebody else is using. Waits a little for a holder that is just stopping.
 * @returns a function that gives the folder back
 * @throws StartProblem when another running process holds it
 */
export async function holdFolder(folder: string): Promise<() => void> {
  const path = join(folder, 'holder.json')
  const deadline = Date.now() + patienceMilliseconds
  while (!takeHold(path)) {
    const holder = readHolder(path)
    if (holder === null || !isSameProcess(holder)) rmSync(path, { force: true })
    else if (holder.pid === process.pid || Date.now() > deadline)
      throw new StartProblem(
        `Alongside is already running on ${folder} (process ${holder.pid}): stop it first or set another DATA_DIR.`,
      )
    else await new Promise((resume) => setTimeout(resume, 100))
  }
  return () => rmSync(path, { force: true })
}

/** The process that holds the folder, or null when none is noted. */
export function findHolder(folder: string): ProcessIdentity | null {
  return readHolder(join(folder, 'holder.json'))
}

/** A link appears whole or not at all, so nobody ever reads half a note. */
function takeHold(path: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(identify()))
  try {
    linkSync(draft, path)
    return true
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw problem
  } finally {
    rmSync(draft, { force: true })
  }
}

function readHolder(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity
  } catch {
    return null
  }
}
