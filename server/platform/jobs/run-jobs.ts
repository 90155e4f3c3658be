import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'

const atOnce = 2
const pollMilliseconds = 2_000

/** What is done when a job's turn comes. A throw puts it back: it is tried again later. */
export type Doing = (payload: unknown, jobId: string) => Promise<void>

/** The queue's own way in: as alongside_jobs, which touches the queue and no table of ours. */
const queuePool = (appUrl: string) => {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: atOnce + 2,
    options: '-c role=alongside_jobs',
    application_name: 'alongside-jobs',
  })
  // The database may be restarted; the runner listens again by itself.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
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
  const begin = async () => {
    await pgPool.query('select graphile_worker.force_unlock_workers($1)', [held])
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
