import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from '#server/platform/database/cluster/processes.ts'
import { placeOf } from '#server/platform/database/cluster/places.ts'
import { serverProgram } from '#server/testing/programs.ts'

const patienceMilliseconds = 120_000

/** The real program in a process of its own, on a data folder of its own, to be killed and started again. */
export type Program = {
  /** The address of its first start; later ones use the same port. */
  readonly address: () => string
  readonly start: () => Promise<void>
  /** Ends it by force; returns when it is gone. */
  readonly kill: () => Promise<void>
  /** Asks it to stop; its exit code. */
  readonly stop: () => Promise<number | null>
  readonly isAlive: () => boolean
  /** The number of the database server; null when none is noted. */
  readonly postmaster: () => number | null
  readonly said: () => string
}

/** Prepares the program on a data folder; nothing runs yet. */
export function programOn(dataDir: string): Program {
  let child: ChildProcess | null = null
  let port = '0'
  let said = ''
  const exit = { code: Promise.resolve<number | null>(null) }
  const start = async (): Promise<void> => {
    said = ''
    const started = spawn(process.execPath, [serverProgram, 'serve'], {
      env: environment(dataDir, port),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    const hear = (text: unknown): void => void (said += String(text))
    started.stdout?.on('data', hear)
    started.stderr?.on('data', hear)
    exit.code = new Promise((tell) => started.once('exit', tell))
    port = new URL(await readyAddress(started, () => said)).port
  }
  const kill = async (): Promise<void> => {
    child?.kill('SIGKILL')
    await exit.code
  }
  const stop = async (): Promise<number | null> => {
    child?.kill('SIGTERM')
    return await exit.code
  }
  return {
    address: () => `http://127.0.0.1:${port}`,
    start,
    kill,
    stop,
    isAlive: () => child !== null && child.exitCode === null && child.signalCode === null,
    postmaster: () => postmasterOf(dataDir),
    said: () => said,
  }
}

function environment(dataDir: string, port: string): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _url,
    DEMO_PASSWORD: _password,
    npm_lifecycle_event: _event,
    BACKUP_DIR: _backups,
    KEY_DIR: _keys,
    ALONGSIDE_AUDIT_KEY: _auditKey,
    ALONGSIDE_AUDIT_COPY_DIR: _auditCopies,
    ...rest
  } = process.env
  return { ...rest, DATA_DIR: dataDir, PORT: port, HOST: '127.0.0.1', LOG_LEVEL: 'error' }
}

async function readyAddress(child: ChildProcess, said: () => string): Promise<string> {
  const deadline = Date.now() + patienceMilliseconds
  for (;;) {
    const [, address] = /ready at (\S+)/u.exec(said()) ?? []
    if (address !== undefined) return address
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The program did not become ready: ${said()}`)
    await new Promise((resume) => setTimeout(resume, 20))
  }
}

function postmasterOf(dataDir: string): number | null {
  try {
    const note = join(placeOf(join(dataDir, 'postgres')), 'data', 'postmaster.pid')
    return Number(readFileSync(note, 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

/** Ends a process by force and returns when it is gone. */
export async function killNow(pid: number): Promise<void> {
  if (isRunning(pid)) process.kill(pid, 'SIGKILL')
  while (isRunning(pid)) await new Promise((resume) => setTimeout(resume, 5))
}
