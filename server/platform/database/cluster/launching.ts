import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { lastLine } from './data-folder.ts'
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

const usual = { attempts: 6, milliseconds: 120_000 }
const recovering = { attempts: 1, milliseconds: 24 * 3_600_000 }

/** True when a living server of ours answers on this folder; one that lives but never answers is stopped. */
export async function adopt(dataFolder: string, url: string): Promise<boolean> {
  const note = readNote(dataFolder)
  if (note === null || !isAlive(note, dataFolder)) return false
  if (await waitUntil(async () => !isAlive(note, dataFolder) || (await answers(url)), 20_000)) {
    if (isAlive(note, dataFolder)) return true
  }
  await stopPostmaster(dataFolder)
  return false
}

/** True when the server at this address lets us in. */
export async function answers(url: string): Promise<boolean> {
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

/**
 * Starts the server and waits until it lets us in. One killed a moment ago may still hold its memory or be a
 * zombie, so several attempts are made.
 * @throws StartProblem when it does not start
 */
export async function launchAndWait(order: LaunchOrder, url: string): Promise<void> {
  const { attempts, milliseconds } = order.recovers ? recovering : usual
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    clearStaleNote(order.dataFolder)
    const server = launch(order)
    await waitUntil(() => server.hasEnded() || isReady(order.dataFolder, server), milliseconds)
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
