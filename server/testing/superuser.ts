import pg from 'pg'
import type { World } from './world.ts'

/** Whoever holds every right in the database, with all triggers off: for what our own program can never do. */
export async function asSuperuser<T>(
  { ownerUrl }: World,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    return await work(client)
  } finally {
    await client.end()
  }
}
