import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { prepareBinaries } from './binaries.ts'
import { lastLine, makeDataFolder, readPassword, superuser } from './data-folder.ts'
import { holdFolder } from './holder.ts'
import { choosePlace, makeSocketFolder } from './places.ts'
import {
  clearStaleNote,
  isAlive,
  launch,
  readNote,
  stopPostmaster,
  waitUntil,
  type Launched,
  type LaunchOrder,
} from './postmaster.ts'
import { chooseServerUser, type ServerUser } from './server-user.ts'
import { serverParameters, socketPort } from './settings.ts'

/** A running PostgreSQL of our own, reachable by its Unix socket only. */
export type Cluster = {
  /** The address of a database (default `postgres`) as superuser, to be given to `pg`. */
  readonly ownerUrl: (database?: string) => string
  /** Stops the server; returns when no process of it is left. */
  readonly stop: () => Promise<void>
}

/** What to start: the folder that keeps everything, where to tell progress, and whether it is for tests. */
export type ClusterOrder = {
  readonly folder: string
  readonly log: (sentence: string) => void
  /** Tests only: nothing survives a power cut, everything is quicker. */
  readonly fast?: boolean
}

/**
 * Starts the embedded PostgreSQL that lives in a folder, or adopts it when an earlier run was killed and
 * left it running. The folder is made on first use and held for this process until `stop`.
 * @throws StartProblem in one sentence when it cannot run here.
 */
export async function startCluster({ folder: wanted, log, fast = false }: ClusterOrder): Promise<Cluster> {
  const folder = resolve(wanted)
  const release = await takeFolder(folder)
  try {
    const running = await start({ folder, log, fast })
    return { ownerUrl: running.ownerUrl, stop: () => stop(running).finally(release) }
  } catch (problem) {
    release()
    throw explain(problem, folder)
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

type Running = {
  readonly dataFolder: string
  readonly socketFolder: string
  readonly ownerUrl: (database?: string) => string
}

async function start({ folder, log, fast }: Required<ClusterOrder>): Promise<Running> {
  const user = chooseServerUser(join(folder, 'data'))
  const place = choosePlace(folder, user)
  const owner: ServerUser = place === folder ? user : chooseServerUser(join(place, 'data'))
  const binaries = prepareBinaries(owner)
  const password = readPassword(folder)
  const dataFolder = makeDataFolder({ folder, place, binaries, user: owner, fast }, password)
  const socketFolder = makeSocketFolder(place, owner)
  const ownerUrl = (database = 'postgres'): string =>
    `postgresql://${superuser}:${encodeURIComponent(password)}@/${encodeURIComponent(database)}?host=${encodeURIComponent(socketFolder)}&port=${socketPort}`
  if (await adopt(dataFolder, ownerUrl()))
    log('The database of an earlier run was still there and is used again.')
  else
    await launchAndWait(
      {
        binaries,
        dataFolder,
        logFile: join(folder, 'server.log'),
        parameters: serverParameters({ socketFolder, fast }),
        user: owner,
      },
      ownerUrl(),
    )
  return { dataFolder, socketFolder, ownerUrl }
}

async function stop({ dataFolder, socketFolder }: Running): Promise<void> {
  await stopPostmaster(dataFolder)
  rmSync(socketFolder, { recursive: true, force: true })
}

/** True when a living server of ours answers on this folder; one that lives but never answers is stopped. */
async function adopt(dataFolder: string, url: string): Promise<boolean> {
  const note = readNote(dataFolder)
  if (note === null || !isAlive(note, dataFolder)) return false
  if (await waitUntil(async () => !isAlive(note, dataFolder) || (await answers(url)), 20_000)) {
    if (isAlive(note, dataFolder)) return true
  }
  await stopPostmaster(dataFolder)
  return false
}

async function answers(url: string): Promise<boolean> {
  const connection = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  // Without a listener a server that ends meanwhile would end this process too.
  connection.on('error', () => undefined)
  try {
    await connection.connect()
    await connection.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await connection.end().catch(() => undefined)
  }
}

/** A server killed a moment ago may still hold its memory or be a zombie, so several attempts are made. */
async function launchAndWait(order: LaunchOrder, url: string): Promise<void> {
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    clearStaleNote(order.dataFolder)
    const server = launch(order)
    await waitUntil(() => server.hasEnded() || isReady(order.dataFolder, server), 120_000)
    if (!server.hasEnded()) return await refuseSilent(order, url)
    await waitUntil(() => false, 250 * attempt)
  }
  const said = lastLine(readFileSync(order.logFile, 'utf8'))
  throw new StartProblem(`The database did not start; ${order.logFile} says: ${said}`)
}

function isReady(dataFolder: string, server: Launched): boolean {
  const note = readNote(dataFolder)
  return note !== null && note.pid === server.pid && note.ready
}

/** A server that runs but does not let us in is of no use and must not stay behind. */
async function refuseSilent(order: LaunchOrder, url: string): Promise<void> {
  if (await waitUntil(() => answers(url), 5_000)) return
  await stopPostmaster(order.dataFolder)
  throw new StartProblem(`The database does not accept the password kept beside ${order.dataFolder}.`)
}
