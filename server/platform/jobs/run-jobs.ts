import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'

const atOnce = 2
const pollMilliseconds = 2_000
/** Each copy of the program that works the queue off holds this lock, all of them together. */
const atWork = "hashtextextended('alongside jobs', 0)"
/** So long the connections of a program that was killed may take to end. */
const dying = { tries: 10, pauseMilliseconds: 200 }

/** What is done when a job's turn comes. A throw puts it back: it is tried again later. */
export type Doing = (payload: unknown, jobId: string) => Promise<void>

/** The queue's own way in: as alongside_jobs, which touches the queue and no table of ours. */
const queuePool = (appUrl: string) => {
  const pool = new pg.Pool({
    connectionString: appUrl,
    // One of them says that this copy is at work.
    max: atOnce + 3,
    options: '-c role=alongside_jobs',
    application_name: 'alongside-jobs',
  })
  // The database may be restarted; the runner listens again by itself.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * Frees what nobody does any more, for a job stays with whoever took it, for hours, also when they were killed: where no other
 * copy is at work, whatever is held; else only what this copy held before.
 * @returns the connection by which others know that this copy is at work
 */
async function takePlace(pool: pg.Pool, held: readonly string[]): Promise<pg.PoolClient> {
  const place = await pool.connect()
  try {
    const alone = await isAlone(place)
    const whose = alone
      ? '(select array_agg(distinct locked_by) from graphile_worker._private_jobs where locked_by is not null)'
      : '$1::text[]'
    await place.query(`select graphile_worker.force_unlock_workers(${whose})`, alone ? [] : [held])
    await place.query(`select pg_advisory_lock_shared(${atWork})`)
    if (alone) await place.query(`select pg_advisory_unlock(${atWork})`)
    return place
  } catch (problem) {
    place.release(true)
    throw problem
  }
}

async function isAlone(place: pg.PoolClient, triesLeft = dying.tries): Promise<boolean> {
  const { rows } = await place.query<{ alone: boolean }>(`select pg_try_advisory_lock(${atWork}) as alone`)
  if (rows[0]?.alone || triesLeft === 0) return rows[0]?.alone ?? false
  await pause(dying.pauseMilliseconds)
  return await isAlone(place, triesLeft - 1)
}

/**
 * Runs the queue until it is stopped. A job that fails is tried five times in all (the limit is set where it is
 * enqueued); then it stays in the queue with its error.
 * @param appUrl the application's own login
 * @param jobs what is done, by the name under which it is enqueued
 * @param crontab what is done by the clock, in the words of the queue: `* * * * * name`
 * @returns the way to stop: jobs under way are finished first
 */
export async function runJobs(appUrl: string, jobs: Readonly<Record<string, Doing>>, crontab = '') {
  const pgPool = queuePool(appUrl)
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, doing]) => [name, (payload, { job }) => doing(payload, job.id)]),
  )
  const held: string[] = []
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => held.push(workerPool.id))
  let place: pg.PoolClient | null = null
  const leave = () => {
    place?.release(true)
    place = null
  }
  const begin = async () => {
    leave()
    place = await takePlace(pgPool, held)
    return await run({
      pgPool,
      events,
      taskList,
      crontab,
      concurrency: atOnce,
      pollInterval: pollMilliseconds,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
      // Told one by one, an end of a job that the database cannot take down is a rejection that nobody hears, and the
      // program ends of it; told as a batch it ends this runner, and the next one begins.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })
  }
  const keeper = await keepRunning(begin)
  return {
    stop: async () => {
      await keeper.stop()
      leave()
      await pgPool.end()
    },
  }
}

/** A queue whose database died under it ends; it is begun again until somebody stops it. */
async function keepRunning(begin: () => Promise<Runner>) {
  let runner: Runner | null = await begin()
  const ending = new AbortController()
  const ended = async () => {
    while (!ending.signal.aborted) {
      // How it ended is no matter: what it held is freed when the next one begins, and is done then.
      if (runner) await Promise.allSettled([runner.promise])
      if (ending.signal.aborted) return
      await pause(pollMilliseconds)
      const [again] = await Promise.allSettled([begin()])
      runner = again.status === 'fulfilled' ? again.value : null
    }
  }
  const end = ended()
  return {
    stop: async () => {
      ending.abort()
      await Promise.allSettled([runner?.stop()])
      await end
    },
  }
}
