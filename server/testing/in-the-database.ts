import type pg from 'pg'
import { databaseRole } from '#server/access/index.ts'
import type { TestWorker, World } from './world.ts'

/** Runs SQL as this worker under these names, with nothing but the database in the way; undone afterwards. */
export async function inTheDatabase<T>(
  world: World,
  worker: TestWorker,
  principals: readonly (string | undefined)[],
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await world.platform.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('role', $1, true), set_config('app.agency', $2, true), set_config('app.worker', $3, true),
              set_config('app.principals', $4, true)`,
      [databaseRole[worker.role], worker.agencyId, worker.id, `{${principals.join(',')}}`],
    )
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
