import { spawn } from 'node:child_process'
import { existsSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { commandLineOf, isRunning } from './processes.ts'
import type { ServerUser } from './server-user.ts'

/** PostgreSQL's own note about the server that runs on a data folder. */
export type PostmasterNote = {
  readonly pid: number
  readonly dataFolder: string
  readonly ready: boolean
  readonly sharedMemory: string
}

/** How to start the server of one data folder. */
export type LaunchOrder = {
  readonly binaries: string
  readonly dataFolder: string
  readonly logFile: string
  readonly parameters: readonly string[]
  readonly user: ServerUser
  /** Set for a start that first replays the past: it may take hours, and failing once is an answer. */
  readonly recovers?: boolean
}

/** Reads `postmaster.pid`; null when there is none, or none that is complete. */
export function readNote(dataFolder: string): PostmasterNote | null {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    if (!Number.isInteger(pid) || pid <= 1) return null
    return {
      pid,
      dataFolder: lines[1] ?? '',
      sharedMemory: lines[6] ?? '',
      ready: lines[7]?.trim() === 'ready',
    }
  } catch {
    return null
  }
}

/** True when the note speaks of a living PostgreSQL on this very folder, not of a zombie or a reused number. */
export function isAlive(note: PostmasterNote, dataFolder: string): boolean {
  return note.dataFolder === dataFolder && isRunning(note.pid) && commandLineOf(note.pid).includes('postgres')
}

/** A server that was just started: its number, and whether it has ended again. */
export type Launched = { readonly pid: number | undefined; readonly hasEnded: () => boolean }

/** Starts the server in a process group of its own, so that Ctrl-C in the terminal reaches us first. */
export function launch({ binaries, dataFolder, logFile, parameters, user }: LaunchOrder): Launched {
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(join(binaries, 'postgres'), ['-D', dataFolder, ...parameters], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  child.unref()
  return { pid: child.pid, hasEnded: () => ended }
}

/**
 * Stops the server by a fast shutdown (SIGINT), which removes its note last, and waits until the process is
 * gone; at once (SIGQUIT) when it does not obey within half a minute.
 */
export async function stopPostmaster(dataFolder: string): Promise<void> {
  const note = readNote(dataFolder)
  if (note === null || !isAlive(note, dataFolder)) return
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    sendSignal(note.pid, signal)
    if (await waitUntil(() => !isRunning(note.pid), 30_000)) return
  }
  throw new StartProblem(`The database server (process ${note.pid}) could not be stopped.`)
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem
  }
}

/**
 * Removes the note of a server that is dead although its number is taken (a zombie nobody collects, or a
 * number reused), which would keep PostgreSQL from starting. Left alone while anyone still uses its shared memory,
 * for then a part of the old server lives and two would spoil the data.
 */
export function clearStaleNote(dataFolder: string): void {
  const note = readNote(dataFolder)
  if (note === null || isAlive(note, dataFolder)) return
  if (!sharedMemoryInUse(note.sharedMemory)) rmSync(join(dataFolder, 'postmaster.pid'), { force: true })
}

function sharedMemoryInUse(line: string): boolean {
  if (!existsSync('/proc/sysvipc/shm')) return true
  const id = line.trim().split(/\s+/)[1]
  const rows = readFileSync('/proc/sysvipc/shm', 'utf8')
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
  return rows.some((row) => row[1] === id && Number(row[6]) > 0)
}

/** Asks again and again until the answer is yes; false when the time (in milliseconds) is over. */
export async function waitUntil(
  question: () => boolean | Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  for (;;) {
    if (await question()) return true
    if (Date.now() > deadline) return false
    await new Promise((resume) => setTimeout(resume, 25))
  }
}
