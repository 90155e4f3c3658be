import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { urlOf, type Cluster } from './cluster.ts'
import { findHolder } from './holder.ts'
import { answers } from './launching.ts'
import { placeOf, socketFolderFor } from './places.ts'
import { waitUntil } from './postmaster.ts'
import { isSameProcess } from './processes.ts'

/** A cluster that another process holds and runs: to be asked, not to be stopped. */
export type ReachedCluster = Pick<Cluster, 'ownerUrl' | 'dataFolder'>

/**
 * The cluster of a folder when another process runs it; null when nobody does.
 * @throws StartProblem when it runs and is not ours to ask, or does not answer
 */
export async function reachCluster(wanted: string): Promise<ReachedCluster | null> {
  const folder = resolve(wanted)
  const holder = findHolder(folder)
  if (holder === null || !isSameProcess(holder)) return null
  const place = placeOf(folder)
  const password = passwordIn(folder)
  const ownerUrl = (database = 'postgres'): string => urlOf(socketFolderFor(place), password, database)
  if (!(await waitUntil(() => answers(ownerUrl()), 30_000)))
    throw new StartProblem(
      `The database in ${folder} is in use by process ${holder.pid} and does not answer.`,
    )
  return { ownerUrl, dataFolder: join(place, 'data') }
}

function passwordIn(folder: string): string {
  try {
    return readFileSync(join(folder, 'password'), 'utf8').trim()
  } catch {
    throw new StartProblem(`The folder ${folder} belongs to another user: work as that user.`)
  }
}
