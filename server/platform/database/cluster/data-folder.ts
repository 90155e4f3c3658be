import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { giveTo } from './places.ts'
import type { ServerUser } from './server-user.ts'

/** The name of the database superuser, who owns the tables and whom the app never is at work. */
export const superuser = 'postgres'

/** The database of the cluster in which Alongside lives. */
export const embeddedDatabase = 'alongside'

/** What is needed to make a data folder. */
export type DataFolderOrder = {
  readonly place: string
  readonly binaries: string
  readonly user: ServerUser
  readonly fast: boolean
}

/** The superuser's password, made on first use and kept in a file only we can read. */
export function readPassword(folder: string): string {
  const path = join(folder, 'password')
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  chmodSync(path, 0o600)
  return readFileSync(path, 'utf8').trim()
}

/**
 * Makes the data folder when there is none: UTF-8, and a character type under which Chinese and Russian
 * letters are letters (with plain `C` the search by any part of a Chinese name finds nothing). Made under
 * another name and then renamed, so that a killed first start leaves nothing half made.
 */
export function makeDataFolder(order: DataFolderOrder, password: string): string {
  const target = join(order.place, 'data')
  if (existsSync(join(target, 'PG_VERSION'))) return target
  const draft = join(order.place, 'data-draft')
  const passwordFile = join(order.place, 'password-once')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  giveTo(draft, order.user)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(passwordFile, order.user)
  try {
    runInitdb(order, draft, passwordFile)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, target)
  return target
}

function runInitdb({ binaries, user, fast }: DataFolderOrder, draft: string, passwordFile: string): void {
  const parameters = [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    // What is thrown away need not be slow to guess: its passwords are hashed once instead of four thousand times.
    ...(fast ? ['--no-sync', '--set=scram_iterations=1'] : ['--wal-segsize=1']),
  ]
  const { status, stderr, error } = spawnSync(join(binaries, 'initdb'), parameters, {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  })
  if (status !== 0)
    throw new StartProblem(`The database folder could not be made: ${error?.message ?? lastLine(stderr)}`)
}

/** The last thing a program said, for a message of one sentence. */
export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
