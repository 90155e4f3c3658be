import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { canArchive, prepareBinaries } from './binaries.ts'
import { makeDataFolder, readPassword, superuser } from './data-folder.ts'
import { findHolder, holdFolder } from './holder.ts'
import { adopt, launchAndWait } from './launching.ts'
import { choosePlace, makePrivateFolder, makeSocketFolder, socketFolderFor } from './places.ts'
import { isSameProcess } from './processes.ts'
import { stopPostmaster, type LaunchOrder } from './postmaster.ts'
import { chooseServerUser } from './server-user.ts'
import { serverParameters, socketPort } from './settings.ts'
import { watchOver } from './watch.ts'

/** A running PostgreSQL of our own, reachable by its Unix socket only. */
export type Cluster = {
  /** The address of a database (default `postgres`) as superuser, to be given to `pg`. */
  readonly ownerUrl: (database?: string) => string
  /** Stops the server; returns when no process of it is left. */
  readonly stop: () => Promise<void>
  /** PostgreSQL's own folder. */
  readonly dataFolder: string
  /** Where finished segments of the write-ahead log are laid; null when they are not. */
  readonly spoolFolder: string | null
}

/** What to start: the folder that keeps everything, where to tell progress, and whether it is for tests. */
export type ClusterOrder = {
  readonly folder: string
  readonly log: (sentence: string) => void
  /** Tests only: nothing survives a power cut, everything is quicker. */
  readonly fast?: boolean
  /** Lays finished segments of the write-ahead log aside, for restoring to a moment. */
  readonly archive?: boolean
  /** Further settings of a start that first brings a restored folder to a moment of its past. */
  readonly recovery?: readonly string[]
}

/**
 * Starts the embedded PostgreSQL that lives in a folder, or adopts it when an earlier run was killed and
 * left it running. The folder is made on first use and held for this process until `stop`; till then a server
 * that ends without our doing is started again.
 * @throws StartProblem in one sentence when it cannot run here.
 */
export async function startCluster(order: ClusterOrder): Promise<Cluster> {
  const { log } = order
  const folder = resolve(order.folder)
  const release = await takeFolder(folder)
  try {
    const prepared = prepare({ ...order, folder })
    if (await adopt(prepared.launch.dataFolder, prepared.ownerUrl()))
      log('The database of an earlier run was still there and is used again.')
    else await launchAndWait(prepared.launch, prepared.ownerUrl())
    return keep(prepared, log, release)
  } catch (problem) {
    release()
    throw explain(problem, folder)
  }
}

/**
 * The database of a folder for whoever only looks into it: the one that runs there, or else started for as long as it is
 * needed. `stop` leaves a database alone that somebody else is using.
 * @throws StartProblem when there is none.
 */
export async function reachCluster(order: ClusterOrder): Promise<Pick<Cluster, 'ownerUrl' | 'stop'>> {
  const folder = resolve(order.folder)
  if (!existsSync(join(folder, 'password'))) throw new StartProblem(`There is no database in ${folder}.`)
  const holder = findHolder(folder)
  if (holder === null || !isSameProcess(holder)) return startCluster(order)
  const place = choosePlace(folder, chooseServerUser(join(folder, 'data')))
  const password = readPassword(folder)
  return {
    ownerUrl: (database = 'postgres') => urlOf(socketFolderFor(place), password, database),
    stop: async () => undefined,
  }
}

async function takeFolder(folder: string): Promise<() => void> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    return await holdFolder(folder)
  } catch (problem) {
    throw explain(problem, folder)
  }
}

/** A folder left by a start as another user is the one failure of the file system an operator meets often. */
function explain(problem: unknown, folder: string): unknown {
  const code = (problem as NodeJS.ErrnoException).code
  const foreign = code === 'EACCES' || code === 'EPERM'
  return foreign
    ? new StartProblem(
        `The folder ${folder} belongs to another user: start as that user or set another DATA_DIR.`,
      )
    : problem
}

type Prepared = {
  readonly launch: LaunchOrder
  readonly socketFolder: string
  readonly spoolFolder: string | null
  readonly ownerUrl: (database?: string) => string
}

function prepare({ folder, fast = false, archive = false, recovery }: ClusterOrder): Prepared {
  const place = choosePlace(folder, chooseServerUser(join(folder, 'data')))
  const user = chooseServerUser(join(place, 'data'))
  const binaries = prepareBinaries(user)
  const password = readPassword(folder)
  const dataFolder = makeDataFolder({ place, binaries, user, fast }, password)
  const socketFolder = makeSocketFolder(place, user)
  const spoolFolder = archive && canArchive(binaries) ? makePrivateFolder(join(place, 'spool'), user) : null
  const parameters = [
    ...serverParameters({ socketFolder, fast, spoolFolder: spoolFolder ?? undefined }),
    ...(recovery ?? []).flatMap((setting) => ['-c', setting]),
  ]
  const logFile = join(folder, 'server.log')
  return {
    launch: { binaries, dataFolder, logFile, parameters, user, recovers: recovery !== undefined },
    socketFolder,
    spoolFolder,
    ownerUrl: (database = 'postgres') => urlOf(socketFolder, password, database),
  }
}

/** The address of a database of a cluster, over its socket. */
export function urlOf(socketFolder: string, password: string, database: string): string {
  const [secret, name, host] = [password, database, socketFolder].map(encodeURIComponent)
  return `postgresql://${superuser}:${secret}@/${name}?host=${host}&port=${socketPort}`
}

function keep(prepared: Prepared, log: (sentence: string) => void, release: () => void): Cluster {
  const { launch, socketFolder, spoolFolder, ownerUrl } = prepared
  const watch = watchOver(launch.dataFolder, async () => {
    log('The database server is gone; starting it again …')
    await launchAndWait(launch, ownerUrl())
  })
  const stop = async (): Promise<void> => {
    await watch.end()
    await stopPostmaster(launch.dataFolder)
    rmSync(socketFolder, { recursive: true, force: true })
  }
  const { dataFolder } = launch
  return { ownerUrl, stop: () => stop().finally(release), dataFolder, spoolFolder }
}
