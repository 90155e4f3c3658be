import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { startCluster, type Cluster } from '#server/platform/database/cluster/cluster.ts'
import { giveTo } from '#server/platform/database/cluster/places.ts'
import type { ServerUser } from '#server/platform/database/cluster/server-user.ts'
import { clusterFolder } from './folders.ts'
import type { Unpacked } from './unpack.ts'

/** To which moment: that of the backup, one in time, or the last that was kept. */
export type Target = 'backup' | 'latest' | Date

/** An unpacked data folder that PostgreSQL is to bring to a moment. */
export type Recovery = {
  readonly folder: string
  readonly unpacked: Unpacked
  readonly user: ServerUser
  readonly target: Target
  readonly log: (sentence: string) => void
  /** For a copy that is thrown away: nothing waits for the disk. */
  readonly fast?: boolean
}

/**
 * Starts PostgreSQL on an unpacked backup, replays the log up to the target, does the work there and stops it.
 * Afterwards the folder is one that stopped in good order.
 * @throws StartProblem when the log does not reach the target
 */
export async function recovered<Answer>(
  recovery: Recovery,
  work: (cluster: Cluster) => Promise<Answer>,
): Promise<Answer> {
  const { folder, unpacked, user, log, fast } = recovery
  const { postgresFolder, logFolder } = unpacked
  const signal = join(postgresFolder, 'recovery.signal')
  writeFileSync(signal, '', { mode: 0o600 })
  giveTo(signal, user)
  const settings = [
    `restore_command=cp ${quoted(logFolder)}/%f "%p"`,
    'recovery_target_action=promote',
    'hot_standby=off',
    ...targetSetting(recovery.target),
    ...(fast ? ['fsync=off', 'full_page_writes=off'] : []),
  ]
  const cluster = await startCluster({ folder: clusterFolder(folder), log, recovery: settings }).catch(
    (problem: unknown) => {
      throw explain(problem, clusterFolder(folder))
    },
  )
  const hurry = (): void => endAtOnce(postgresFolder)
  process.once('exit', hurry)
  try {
    return await work(cluster)
  } finally {
    await cluster.stop()
    process.off('exit', hurry)
    rmSync(logFolder, { recursive: true, force: true })
    rmSync(join(dirname(postgresFolder), 'spool'), { recursive: true, force: true })
  }
}

function targetSetting(target: Target): string[] {
  if (target === 'latest') return []
  if (target === 'backup') return ['recovery_target=immediate']
  // Read before the names of time zones are known, Z among them.
  return [`recovery_target_time=${target.toISOString().replace('T', ' ').replace('Z', '+00')}`]
}

/** A path for the shell that PostgreSQL asks, in which the percent sign has a meaning of its own. */
const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`

function endAtOnce(postgresFolder: string): void {
  const note = join(postgresFolder, 'postmaster.pid')
  const pid = existsSync(note) ? Number(readFileSync(note, 'utf8').split('\n')[0]) : 0
  if (pid > 1) process.kill(pid, 'SIGQUIT')
}

function explain(problem: unknown, folder: string): unknown {
  const path = join(folder, 'server.log')
  const said = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (said.includes('recovery ended before configured recovery target was reached')) {
    const [, reached = ''] =
      [...said.matchAll(/last completed transaction was at log time (.+)$/gmu)].at(-1) ?? []
    const until = reached === '' ? 'no later than the backup itself' : `no later than ${reached}`
    return new StartProblem(
      `The kept log reaches ${until}: name an earlier moment, or take all of it with --latest.`,
    )
  }
  const fatal = [...said.matchAll(/(?:FATAL|PANIC): {2}(.+)$/gmu)].at(-1)?.[1]
  return fatal === undefined
    ? problem
    : new StartProblem(`The backup could not be brought back to life: ${fatal}.`)
}
